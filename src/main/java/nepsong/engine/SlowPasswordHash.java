package nepsong.engine;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/**
 * PBKDF2 with HMAC-SHA-512: whoever steals the database tries passwords at a few per second and not at a billion. What is
 * stored, {@code rounds$salt$hash}, says how often it was turned, so that the rounds may be raised later. Hashes that the
 * engine made before, with one round of SHA-512, it still knows by their own prefix.
 */
final class SlowPasswordHash implements PasswordEncryptor {

    /** As OWASP advises for this algorithm. */
    static final int ROUNDS = 210_000;

    /** For passwords that are printed on the login page: eighty of them are made at the first start. */
    static final int ROUNDS_OF_THE_DEMONSTRATION = 1_000;

    /**
     * For random passwords that were made here, which nobody guesses however fast. Some hundred are made while somebody waits
     * for the answer that tells them; each is turned as often as the others when it is used.
     */
    static final int ROUNDS_OF_RANDOM_ONES = 1_000;

    static final String NAME = "PBKDF2";

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int MOST_ROUNDS = 10_000_000;

    private final SecureRandom random = new SecureRandom();
    private final int rounds;

    SlowPasswordHash(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encrypt(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder text = Base64.getEncoder();
        return rounds + "$" + text.encodeToString(salt) + "$" + text.encodeToString(hash(password, salt, rounds));
    }

    @Override
    public boolean check(String password, String encrypted) {
        String[] parts = encrypted.split("\\$");
        if (parts.length != 3 || !parts[0].matches("\\d{1,8}") || Integer.parseInt(parts[0]) > MOST_ROUNDS) {
            return false;
        }
        Base64.Decoder text = Base64.getDecoder();
        byte[] wanted = text.decode(parts[2]);
        return MessageDigest.isEqual(wanted, hash(password, text.decode(parts[1]), Integer.parseInt(parts[0])));
    }

    /** As the engine stores it, of a password that {@link IdentityLogins#newPassword} made. */
    static String ofRandom(String password, String salt) {
        return "{" + NAME + "}"
                + new SlowPasswordHash(ROUNDS_OF_RANDOM_ONES).encrypt(EncryptionUtil.saltPassword(password, salt));
    }

    /** Whether what the engine stored, with the name of its algorithm before it, was turned less often than is done now. */
    boolean isOutdated(String stored) {
        String prefix = "{" + NAME + "}";
        String turned =
                stored.startsWith(prefix) ? stored.substring(prefix.length()).split("\\$")[0] : "";
        return !turned.matches("\\d{1,8}") || Integer.parseInt(turned) < rounds;
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    private static byte[] hash(String password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        } finally {
            key.clearPassword();
        }
    }
}
