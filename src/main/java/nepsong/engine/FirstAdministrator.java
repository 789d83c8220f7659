package nepsong.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where nobody is yet, one person who can let the others in. The password is random, told once and kept nowhere. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ID = "admin";
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_LETTERS = 20;

    private final IdentityService identities;
    private final FirstStartSettings settings;

    FirstAdministrator(IdentityService identities, FirstStartSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    /** Later, and were there no administrator left, none is made: who could see the console would be one. */
    void ensure() {
        if (identities.createUserQuery().count() > 0) {
            return;
        }
        String password = randomPassword();
        User administrator = identities.newUser(ID);
        administrator.setFirstName("Quản trị");
        administrator.setLastName("Hệ thống");
        administrator.setPassword(password);
        identities.saveUser(administrator);
        identities.createMembership(ID, Groups.ADMINISTRATORS);
        tell(password);
    }

    private void tell(String password) {
        Path file = settings.passwordFile();
        if (file == null) {
            LOG.warn("First start: log in as \"{}\" with the password {} (shown this once)", ID, password);
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + System.lineSeparator());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot write the first password to " + file, problem);
        }
        LOG.warn("First start: log in as \"{}\" with the password in {}; delete the file afterwards", ID, file);
    }

    /** Long enough and of every kind that the policy asks for. */
    private static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder("Ns-9");
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
