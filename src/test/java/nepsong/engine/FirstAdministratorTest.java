package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Set;
import nepsong.organisation.Logins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** With a file: {@code SingleSignOnTest}. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final String PASSWORD = "Ns-9 told once";

    private final Logins logins = mock(Logins.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
        when(logins.newPassword()).thenReturn(PASSWORD);
    }

    @AfterEach
    void stop() {
        root().detachAppender(log);
    }

    @Test
    void withoutAFileThePasswordIsPrintedOnceAndStandsInNoLog(CapturedOutput console) {
        when(logins.ids()).thenReturn(Set.of());
        new FirstAdministrator(logins, new FirstStartSettings(null)).ensure();

        assertThat(console.getOut()).containsOnlyOnce(PASSWORD).contains("\"admin\"");
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains(PASSWORD));
    }

    @Test
    void whereSomebodyIsThereNothingIsMadeOrTold(CapturedOutput console) {
        when(logins.ids()).thenReturn(Set.of("lan"));
        new FirstAdministrator(logins, new FirstStartSettings(null)).ensure();

        assertThat(console.getAll()).doesNotContain(PASSWORD);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
