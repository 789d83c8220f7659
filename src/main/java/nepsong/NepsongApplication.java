package nepsong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class NepsongApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(NepsongApplication.class, arguments);
    }
}
