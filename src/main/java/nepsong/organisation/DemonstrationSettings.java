package nepsong.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the application shows itself with fictitious people.
 *
 * @param demo true by default; false starts empty, with one administrator
 */
@ConfigurationProperties("nepsong")
public record DemonstrationSettings(@DefaultValue("true") boolean demo) {}
