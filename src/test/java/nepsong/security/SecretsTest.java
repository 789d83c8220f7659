package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No secret lies in the project or in what is made of it; the one password that does is printed on the login page. */
class SecretsTest {

    /** What the project consists of, and what goes into the jar. */
    private static final List<Path> PLACES = Stream.of("src", "processes", "forms", ".ci", "target/classes")
            .map(Path::of)
            .toList();

    private static final Map<String, Pattern> SECRETS = secrets();

    /** A password or key with a value that is neither empty nor taken from elsewhere; in tests people need passwords. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)[\\w.-]*(password|passwd|secret|api[_-]?key|access[_-]?key|audit\\.key)[\"']?\\s*[:=]\\s*[\"']?([^\\s\"'${}()<>]{8,})[\"']?\\s*(#.*)?$",
            Pattern.MULTILINE);

    private static final Pattern SETTINGS =
            Pattern.compile(".*\\.(ya?ml|properties|json|env|sh|cfg|ini|xml|sql)|.*/run");

    private static Map<String, Pattern> secrets() {
        Map<String, Pattern> secrets = new LinkedHashMap<>();
        secrets.put(
                "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*\\R?\\s*[A-Za-z0-9+/=]{20}"));
        secrets.put("a key of Amazon", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
        secrets.put("a token of GitHub", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{40,})"));
        secrets.put("a token of GitLab", Pattern.compile("\\bglpat-[\\w-]{20,}"));
        secrets.put("a token of Slack", Pattern.compile("\\bxox[abprs]-[\\w-]{10,}"));
        secrets.put("a key of Google", Pattern.compile("\\bAIza[\\w-]{35}\\b"));
        secrets.put("a signed token", Pattern.compile("\\beyJ[\\w-]{15,}\\.eyJ[\\w-]{15,}\\.[\\w-]{20,}"));
        secrets.put(
                "a password in an address",
                Pattern.compile("\\b(https?|jdbc:\\w+|smtps?|ftp)://[^/\\s:@\"'<>$]+:[^/\\s@\"'<>$]{3,}@"));
        secrets.put(
                "a password in an address of a database",
                Pattern.compile("jdbc:[^\\s\"']*[?&;]password=[^&;\\s\"'$]+"));
        return secrets;
    }

    @Test
    void nothingInTheProjectOrInItsJarLooksLikeASecret() {
        List<String> found = new ArrayList<>();
        int read = 0;
        for (Path file : files()) {
            String text = text(file);
            read += text.isEmpty() ? 0 : 1;
            found.addAll(in(file, text));
        }
        assertThat(read).isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    @Test
    void theRulesCanFail() {
        Map<String, String> planted = Map.of(
                "key.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7nq0aX8m2v",
                "a.md", "AKIA" + "IOSFODNN7EXAMPLE",
                "b.md", "ghp_" + "a1".repeat(18),
                "c.md", "https://office:" + "letmein@city.example/",
                "d.java", "jdbc:postgresql://db/x?user=a&password=" + "letmein",
                "application.yaml", "spring:\n  datasource:\n    password: " + "Sommer2026!\n",
                "x.properties", "nepsong.audit.key=" + "0123456789abcdef",
                "settings.json", "\"clientSecret\": \"" + "0123456789abcdef\"");
        planted.forEach(
                (file, text) -> assertThat(in(Path.of(file), text)).as(file).isNotEmpty());
        assertThat(in(Path.of("application.yaml"), "password: \"\"\nsecret: ${SECRET}\npassword: ${DB_PASSWORD:}"))
                .isEmpty();
    }

    private static List<String> in(Path file, String text) {
        List<String> found = new ArrayList<>();
        SECRETS.forEach((what, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.add(file + ": " + what);
            }
        });
        if (SETTINGS.matcher("/" + file).matches()) {
            Matcher assigned = ASSIGNED.matcher(text);
            while (assigned.find()) {
                found.add(file + ": " + assigned.group().strip());
            }
        }
        return found;
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path place : Stream.concat(PLACES.stream(), Stream.of(Path.of(""))).toList()) {
            // Of the root the files alone: what is made is not what is written.
            int depth = place.toString().isEmpty() ? 1 : Integer.MAX_VALUE;
            try (Stream<Path> all = Files.walk(place, depth)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    /** Empty for what is no text. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
