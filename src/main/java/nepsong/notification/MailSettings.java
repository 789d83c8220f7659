package nepsong.notification;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sender  the address in From
 * @param baseUrl where people reach the application, without a slash at the end; every link begins with it
 * @param batch   mails that a worker takes at a time
 * @param lease   how long a worker may hold a batch; another takes over afterwards
 * @param giveUp  how long a mail is tried, from the first attempt on
 * @param longest how long the server may take over one mail altogether, whatever each of its answers takes
 */
@Validated
@ConfigurationProperties("nepsong.mail")
public record MailSettings(
        @NotBlank @Email @DefaultValue("khong-tra-loi@nepsong.example") String sender,
        @NotBlank @DefaultValue("Nếp Sống Hà Nội") String senderName,
        @Pattern(regexp = "https?://[^/\\s?#]+(/[^\\s?#]*[^/\\s?#])?") @DefaultValue("http://127.0.0.1:8080")
                String baseUrl,
        @Min(1) @Max(1000) @DefaultValue("20") int batch,
        @DurationMin(minutes = 5) @DefaultValue("10m") Duration lease,
        @DurationMin(hours = 1) @DefaultValue("7d") Duration giveUp,
        @DurationMin(millis = 100) @DurationMax(minutes = 2) @DefaultValue("60s") Duration longest) {}
