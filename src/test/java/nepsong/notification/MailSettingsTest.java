package nepsong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailSettingsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(MailSettings.class)
    static class Settings {}

    @Test
    void linksLeadToThePortThatWasSet() {
        application.withPropertyValues("server.port=9099").run(started -> assertThat(
                        started.getBean(MailSettings.class).baseUrl())
                .isEqualTo("http://127.0.0.1:9099"));
    }

    @Test
    void linksLeadToTheAddressThatWasSaid() {
        application
                .withPropertyValues("server.port=9099", "nepsong.mail.base-url=https://nepsong.example")
                .run(started -> assertThat(started.getBean(MailSettings.class).baseUrl())
                        .isEqualTo("https://nepsong.example"));
    }
}
