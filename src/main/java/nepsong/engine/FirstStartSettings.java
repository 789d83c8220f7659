package nepsong.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param passwordFile where the first administrator's password is written, for its owner's eyes only; without it the
 *                     password is printed once
 */
@ConfigurationProperties("nepsong.first-start")
record FirstStartSettings(@Nullable Path passwordFile) {}
