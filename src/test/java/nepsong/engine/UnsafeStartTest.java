package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nepsong.NepsongApplication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Profile {@code prod} where nothing was set: as an operator sees it, in a process of its own. */
class UnsafeStartTest {

    private static final int PATIENCE_MINUTES = 10;

    @Test
    void itRefusesWithALineForEveryReasonAndHasMadeNobody() throws IOException, InterruptedException {
        String database = "jdbc:h2:file:./target/unsafe-" + UUID.randomUUID();
        Path console = Files.createTempFile(Path.of("target"), "unsafe-start", ".log");
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NepsongApplication.class.getName(),
                        "--spring.profiles.active=prod",
                        "--spring.datasource.url=" + database,
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--nepsong.demo=true",
                        "--management.endpoints.web.exposure.include=*",
                        "--spring.mail.properties.mail.smtp.timeout="))
                .redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();

        assertThat(started.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();

        assertThat(started.exitValue()).isNotZero();
        assertThat(Files.readString(console)).contains("Profile prod refuses to start");
        assertThat(Files.readAllLines(console).stream().filter(line -> line.startsWith("  - ")))
                .hasSize(7)
                .anyMatch(line -> line.contains("the database is H2"))
                .anyMatch(line -> line.contains("nepsong.audit.key is not set"))
                .anyMatch(line -> line.contains("nepsong.demo is true"))
                .anyMatch(line -> line.contains("the time zone is UTC"))
                .anyMatch(line -> line.contains("not https"))
                .anyMatch(line -> line.contains("mail.smtp.timeout is missing"))
                .anyMatch(line -> line.contains("the actuator exposes *"));
        assertThat(JdbcClient.create(new DriverManagerDataSource(database, "sa", ""))
                        .sql("select count(*) from act_id_user")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
