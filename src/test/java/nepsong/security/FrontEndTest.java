package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What a browser gets that others wrote is what was looked at: each file by its hash. A new version of one fails here
 * until its line in {@code front-end.txt} is changed on purpose; the failure prints the line.
 */
class FrontEndTest {

    private static final Path LIST = Path.of("src/test/resources/security/front-end.txt");
    private static final Pattern USED = Pattern.compile("webjars/([\\w.-]+/\\d[\\w.-]*/[\\w./-]+\\.(?:js|css))");

    /** Camunda's own pages load these, by names of their own choice. */
    private static final String CAMUNDA = "classpath*:META-INF/resources/webjars/camunda/**/*.js";

    /** Ours, beside Camunda's: they are in the repository as they are. */
    private static final Path OURS = Path.of("src/main/resources/META-INF/resources/webjars");

    @Test
    void everyFileOfOthersIsTheOneThatWasLookedAt() throws IOException {
        Map<String, String> served = new TreeMap<>();
        for (String file : named()) {
            try (InputStream content = FrontEndTest.class.getResourceAsStream("/META-INF/resources/webjars/" + file)) {
                assertThat(content).as(file).isNotNull();
                served.put(file, hash(content.readAllBytes()));
            }
        }
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(CAMUNDA)) {
            String file = resource.getURL().toString().replaceAll(".*/webjars/", "");
            if (!Files.exists(OURS.resolve(file))) {
                served.put(file, hash(resource.getContentAsByteArray()));
            }
        }
        assertThat(served).hasSizeGreaterThan(10);
        assertThat(lines(served)).isEqualTo(Files.readString(LIST));
    }

    private static String lines(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** By our pages and scripts. */
    private static TreeSet<String> named() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Stream.of("templates", "static")
                .map(folder -> Path.of("src/main/resources", folder))
                .flatMap(FrontEndTest::walk)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(html|js|css)"))
                    .toList()) {
                Matcher used = USED.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (used.find()) {
                    named.add(used.group(1));
                }
            }
        }
        return named;
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
