package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/**
 * The parts list of this very build (CycloneDX) beside the vulnerabilities known of its parts: each is either fixed in
 * the version we have, or accepted for a while with a reason. Reads files only.
 */
class PartsListTest {

    private record Known(String component, String fixedIn, String vulnerability) {}

    private record Accepted(String component, String version, String vulnerability, LocalDate until, String reason) {}

    private final Map<String, String> parts = parts();
    private final List<Known> known = known();
    private final List<Accepted> accepted = accepted();

    @Test
    void theListNamesWhatTheApplicationIsMadeOf() {
        assertThat(parts)
                .hasSizeGreaterThan(100)
                .containsKeys("camunda-engine", "spring-webmvc", "tomcat-embed-core", "jackson-databind", "postgresql")
                .doesNotContainKeys("playwright", "archunit-junit5");
    }

    @Test
    void everyKnownVulnerabilityIsFixedOrAccepted() {
        assertThat(problems(parts, LocalDate.now())).isEmpty();
    }

    @Test
    void anOlderPartIsFoundOut() {
        Map<String, String> older = new HashMap<>(parts);
        older.put("jackson-databind", "2.21.4");
        older.put("tomcat-embed-core", "10.1.55");
        assertThat(problems(older, LocalDate.now()))
                .contains("CVE-2026-110879 in jackson-databind 2.21.4 is neither fixed nor accepted")
                .contains("CVE-2026-55276 in tomcat-embed-core 10.1.55 is neither fixed nor accepted");
    }

    @Test
    void anAcceptanceEndsOnItsDayAndWithItsPart() {
        assertThat(problems(parts, LocalDate.of(2099, 1, 1)))
                .contains("the acceptance of CVE-2026-109432 in camunda-engine ended on 2027-11-30");
        Map<String, String> newer = new HashMap<>(parts);
        newer.put("camunda-engine", "7.99.0");
        newer.remove("spring-expression");
        assertThat(problems(newer, LocalDate.now()))
                .contains("CVE-2026-109432 is accepted for camunda-engine 7.24.0, but there is 7.99.0")
                .contains("CVE-2026-59283 is accepted for spring-expression 6.2.19, but there is none");
    }

    @Test
    void everyAcceptanceHasAReasonAndIsOfSomethingKnown() {
        assertThat(accepted).isNotEmpty().allSatisfy(one -> {
            assertThat(one.reason()).hasSizeGreaterThan(15);
            assertThat(known)
                    .anyMatch(each -> each.vulnerability().equals(one.vulnerability())
                            && each.component().equals(one.component()));
        });
    }

    private List<String> problems(Map<String, String> present, LocalDate today) {
        List<String> problems = new ArrayList<>();
        for (Known each : known) {
            String version = present.get(each.component());
            if (version != null
                    && (each.fixedIn().isEmpty() || isOlder(version, each.fixedIn()))
                    && accepted.stream()
                            .noneMatch(one -> one.component().equals(each.component())
                                    && one.vulnerability().equals(each.vulnerability()))) {
                problems.add("%s in %s %s is neither fixed nor accepted"
                        .formatted(each.vulnerability(), each.component(), version));
            }
        }
        for (Accepted one : accepted) {
            String version = present.getOrDefault(one.component(), "none");
            if (!version.equals(one.version())) {
                problems.add("%s is accepted for %s %s, but there is %s"
                        .formatted(one.vulnerability(), one.component(), one.version(), version));
            }
            if (today.isAfter(one.until())) {
                problems.add("the acceptance of %s in %s ended on %s"
                        .formatted(one.vulnerability(), one.component(), one.until()));
            }
        }
        return problems;
    }

    private static boolean isOlder(String version, String than) {
        int[] left = numbers(version);
        int[] right = numbers(than);
        return Arrays.compare(left, right) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[.-]"))
                .filter(part -> part.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Map<String, String> parts() {
        try (InputStream file = resource("/META-INF/sbom/application.cdx.json")) {
            Map<String, String> parts = new HashMap<>();
            for (JsonNode part : new ObjectMapper().readTree(file).path("components")) {
                parts.put(part.path("name").asText(), part.path("version").asText());
            }
            return parts;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<Known> known() {
        return rows("/security/known-vulnerabilities.csv").stream()
                .map(row -> new Known(row.get("component"), row.get("fixed_in"), row.get("vulnerability")))
                .toList();
    }

    private static List<Accepted> accepted() {
        return rows("/security/accepted-vulnerabilities.csv").stream()
                .map(row -> new Accepted(
                        row.get("component"),
                        row.get("version"),
                        row.get("vulnerability"),
                        LocalDate.parse(row.get("until")),
                        row.get("reason")))
                .toList();
    }

    private static List<Map<String, String>> rows(String name) {
        try (Reader reader = new InputStreamReader(resource(name), StandardCharsets.UTF_8);
                CSVParser csv = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return csv.stream().map(row -> row.toMap()).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PartsListTest.class.getResourceAsStream(name), name);
    }
}
