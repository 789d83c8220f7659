package nepsong.security;

import java.time.Instant;
import nepsong.progress.ManagedCycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A cycle that has just begun, for the length of each test; whatever a test makes of it is forgotten with it. */
final class CycleBegun implements BeforeEachCallback, AfterEachCallback {

    private final String code;

    CycleBegun(String code) {
        this.code = code;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        new ManagedCycle(jdbc(test), code, Instant.now()).begun(1);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ManagedCycle.forget(jdbc(test), code);
    }

    private static JdbcClient jdbc(ExtensionContext test) {
        return SpringExtension.getApplicationContext(test).getBean(JdbcClient.class);
    }
}
