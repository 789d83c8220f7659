package nepsong.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param key       secret of the chain, kept outside the database and never changed; empty: one is made beside the
 *                  database of the demonstration
 * @param sealEvery how often what has happened is added to the chain; zero: only when the chain is verified
 */
@Validated
@ConfigurationProperties("nepsong.audit")
public record AuditSettings(@DefaultValue("") String key, @DefaultValue("1s") Duration sealEvery) {}
