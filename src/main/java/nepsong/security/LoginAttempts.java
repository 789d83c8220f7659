package nepsong.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords, counted in memory. After ten an account rests for a while and never for ever; an address that guesses
 * at many accounts is slowed down. Guesses from elsewhere do not count where somebody logged in before, neither in that
 * browser nor at that address, nor on this very machine: so nobody, the administrator least of all, can be locked out by
 * strangers.
 */
final class LoginAttempts {

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 100;
    static final Duration REST = Duration.ofMinutes(15);

    /** After a rest only these, so that an account takes 30 guesses an hour at the most. */
    private static final int AFTER_A_REST = 5;

    private static final Duration AWAY = Duration.ofHours(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int REMEMBERED = 100_000;
    private static final int PLACES_OF_A_PERSON = 5;
    private static final int LONGEST_NAME = 64;
    private static final int NETWORK_BYTES = 8;
    private static final String LOOPBACK = "loopback";

    private record Tries(int count, Instant last) {}

    private final Map<String, Tries> accounts = new Latest<>();
    private final Map<String, Bucket> addresses = new Latest<>();
    private final Map<String, Set<String>> places = new Latest<>();
    private final Clock clock;

    LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether the password may be looked at. Counts as wrong until {@link #succeeded} says otherwise.
     *
     * @param device name of the browser where the account logged in before; null for any other
     */
    synchronized boolean admits(String account, String address, @Nullable String device) {
        String name = TypedText.shortened(account, LONGEST_NAME);
        if (device != null) {
            String here = name + "#" + device;
            return isFree(here, REST) && count(here);
        }
        String network = network(address);
        String there = name + "@" + network;
        if (isAtHome(name, network)) {
            return isFree(there, REST) && count(there);
        }
        // Who guessed ten times at an account stays away from it longer than the account rests.
        return bucket(network).tryConsume(1)
                && isFree(there, AWAY)
                && isFree(name, REST)
                && count(there)
                && count(name);
    }

    synchronized void succeeded(String account, String address, @Nullable String device) {
        String name = TypedText.shortened(account, LONGEST_NAME);
        String network = network(address);
        accounts.remove(name + "@" + network);
        if (device != null) {
            accounts.remove(name + "#" + device);
        } else if (!isAtHome(name, network)) {
            accounts.remove(name);
            bucket(network).addTokens(1);
        }
        Set<String> known = places.computeIfAbsent(name, any -> new LinkedHashSet<>());
        known.remove(network);
        known.add(network);
        if (known.size() > PLACES_OF_A_PERSON) {
            known.remove(known.iterator().next());
        }
    }

    private boolean isAtHome(String name, String network) {
        Set<String> known = places.get(name);
        return network.equals(LOOPBACK) || known != null && known.contains(network);
    }

    private boolean isFree(String key, Duration rest) {
        Tries before = accounts.get(key);
        return before == null
                || before.count() < PER_ACCOUNT
                || !clock.instant().isBefore(before.last().plus(rest));
    }

    private boolean count(String key) {
        Instant now = clock.instant();
        accounts.put(key, new Tries(1 + used(accounts.get(key), now), now));
        return true;
    }

    private static int used(@Nullable Tries before, Instant now) {
        if (before == null || now.isAfter(before.last().plus(FORGOTTEN))) {
            return 0;
        }
        return before.count() >= PER_ACCOUNT ? PER_ACCOUNT - AFTER_A_REST : before.count();
    }

    private Bucket bucket(String network) {
        return addresses.computeIfAbsent(network, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(PER_ADDRESS).refillGreedy(PER_ADDRESS, REST))
                .withCustomTimePrecision(new Time(clock))
                .build());
    }

    /** The address, or of an IPv6 address the network: whoever has one of its addresses has them all. */
    private static String network(String address) {
        try {
            // Addresses come from the connection, never a name that would have to be looked up.
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            if (parsed.isLoopbackAddress()) {
                return LOOPBACK;
            }
            return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (UnknownHostException strange) {
            return address;
        }
    }

    /** What was asked for last; what was not for longest makes room. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {

        private static final long serialVersionUID = 1;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return Duration.between(Instant.EPOCH, now).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
