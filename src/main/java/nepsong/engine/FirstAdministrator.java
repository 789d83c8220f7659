package nepsong.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nepsong.organisation.Groups;
import nepsong.organisation.Logins;
import nepsong.organisation.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where nobody is yet, one person who can let the others in. The password is random, told once and kept nowhere. */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ID = "admin";

    private final Logins logins;
    private final FirstStartSettings settings;

    FirstAdministrator(Logins logins, FirstStartSettings settings) {
        this.logins = logins;
        this.settings = settings;
    }

    /** Later, and were there no administrator left, none is made: who could see the console would be one. */
    void ensure() {
        if (!logins.ids().isEmpty()) {
            return;
        }
        String password = logins.newPassword();
        logins.save(new Person(ID, "Quản trị hệ thống", "", "", "", null, null), password);
        logins.give(ID, Set.of(Groups.ADMINISTRATORS));
        tell(password);
    }

    private void tell(String password) {
        Path file = settings.passwordFile();
        if (file == null) {
            // On the console and in no log, which is kept and read by many.
            System.out.printf("First start: log in as \"%s\" with the password %s (shown this once)%n", ID, password);
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
}
