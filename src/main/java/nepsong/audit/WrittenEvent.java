package nepsong.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row holds it.
 *
 * @param id     zero until the database has given it one
 * @param at     in microseconds, as the databases keep it
 * @param before JSON, or null
 * @param after  JSON, or null
 */
public record WrittenEvent(
        long id,
        UUID nonce,
        Instant at,
        String actor,
        String onBehalfOf,
        String action,
        boolean refused,
        String cycle,
        String unit,
        String subject,
        String reason,
        @Nullable String before,
        @Nullable String after,
        String address,
        String mac) {

    public WrittenEvent {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What its own mac has to be, in hexadecimal. Every field is preceded by its length, so that none runs into the next. */
    String signedWith(Mac key) {
        feed(key, nonce.toString());
        feed(key, at.toString());
        feed(key, actor);
        feed(key, onBehalfOf);
        feed(key, action);
        feed(key, String.valueOf(refused));
        feed(key, cycle);
        feed(key, unit);
        feed(key, subject);
        feed(key, reason);
        feed(key, before);
        feed(key, after);
        // Rows of before there was one are signed without.
        if (!address.isEmpty()) {
            feed(key, address);
        }
        return HexFormat.of().formatHex(key.doFinal());
    }

    /** Of the link that this event takes in the chain. */
    String sealedWith(Mac key, long position, String sealBefore) {
        feed(key, String.valueOf(position));
        feed(key, sealBefore);
        feed(key, String.valueOf(id));
        feed(key, mac);
        return HexFormat.of().formatHex(key.doFinal());
    }

    private static void feed(Mac key, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        key.update(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).array());
        key.update(bytes);
    }

    WrittenEvent withMac(String itsMac) {
        return new WrittenEvent(
                id,
                nonce,
                at,
                actor,
                onBehalfOf,
                action,
                refused,
                cycle,
                unit,
                subject,
                reason,
                before,
                after,
                address,
                itsMac);
    }
}
