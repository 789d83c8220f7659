package nepsong.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nepsong.audit.AuditKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows a browser in which somebody logged in before, by a signed cookie: while an account rests because strangers guess
 * at it, from however many addresses, its owner gets in there. The cookie opens nothing and says nobody's name; a
 * restart does not forget it, since the key is made from the one of the audit chain.
 */
@Component
class KnownDevices {

    static final String COOKIE = "NEPSONG_DEVICE";
    static final Duration KEPT = Duration.ofDays(180);

    /** Of so many people one browser keeps a mark. */
    private static final int PEOPLE_OF_A_DEVICE = 5;

    private static final int RANDOM_BYTES = 12;
    private static final String BETWEEN_MARKS = "~";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final Clock clock;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(AuditKey key, Clock clock, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        this.key = key.derived("nepsong.device");
        this.clock = clock;
        this.secure = secure;
    }

    /** What one browser shows of one person: {@code random.expiry.signature}. */
    private record Mark(String random, String expiry, String signature) {

        static List<Mark> in(String cookie) {
            List<Mark> marks = new ArrayList<>();
            for (String text : cookie.split(BETWEEN_MARKS, PEOPLE_OF_A_DEVICE + 1)) {
                String[] parts = text.split("\\.");
                if (parts.length == 3 && parts[1].matches("\\d{1,11}")) {
                    marks.add(new Mark(parts[0], parts[1], parts[2]));
                }
            }
            return marks.subList(0, Math.min(marks.size(), PEOPLE_OF_A_DEVICE));
        }

        @Override
        public String toString() {
            return random + "." + expiry + "." + signature;
        }
    }

    /** A name for the browser, if this person logged in there before. */
    Optional<String> find(String account, String cookie) {
        long now = clock.instant().getEpochSecond();
        return Mark.in(cookie).stream()
                .filter(mark -> isOf(account, mark) && now < Long.parseLong(mark.expiry()))
                .map(Mark::random)
                .findFirst();
    }

    /** After the login of that person. */
    void remember(String account, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, with(account, new DeviceDetails(request).cookie()))
                .httpOnly(true)
                .secure(secure || request.isSecure())
                .sameSite("Strict")
                .path(request.getContextPath() + "/login")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The cookie with a new mark of that person before those of others. */
    String with(String account, String cookie) {
        byte[] unguessable = new byte[RANDOM_BYTES];
        random.nextBytes(unguessable);
        String name = TEXT.encodeToString(unguessable);
        Instant end = clock.instant().plus(KEPT);
        String expiry = String.valueOf(end.getEpochSecond());
        List<String> marks = new ArrayList<>();
        marks.add(new Mark(name, expiry, signature(account, name, expiry)).toString());
        Mark.in(cookie).stream()
                .filter(mark -> !isOf(account, mark))
                .limit(PEOPLE_OF_A_DEVICE - 1L)
                .forEach(mark -> marks.add(mark.toString()));
        return String.join(BETWEEN_MARKS, marks);
    }

    private boolean isOf(String account, Mark mark) {
        return MessageDigest.isEqual(
                signature(account, mark.random(), mark.expiry()).getBytes(StandardCharsets.UTF_8),
                mark.signature().getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String account, String name, String expiry) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return TEXT.encodeToString(
                    mac.doFinal(String.join("\n", name, expiry, account).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
