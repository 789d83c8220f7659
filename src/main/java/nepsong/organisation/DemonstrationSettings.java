package nepsong.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the application shows itself with fictitious people.
 *
 * @param demo        true by default; false starts empty, with one administrator
 * @param demoHistory whether the demonstration begins with the finished cycle of last year
 * @param demoUntil   up to which stage this year's is played at the start; null to leave it to whoever tries it
 */
@ConfigurationProperties("nepsong")
public record DemonstrationSettings(
        @DefaultValue("true") boolean demo, @DefaultValue("true") boolean demoHistory, @Nullable String demoUntil) {}
