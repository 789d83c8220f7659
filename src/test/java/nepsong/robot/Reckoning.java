package nepsong.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nepsong.progress.Listing;
import nepsong.progress.ListingSearch;
import nepsong.progress.Listings;
import nepsong.progress.Row;

/** Holds what the application says of a cycle against what the robot has counted itself. */
final class Reckoning {

    private final WebSession office;
    private final Listings listings;
    private final String cycle;

    Reckoning(WebSession office, Listings listings, String cycle) {
        this.office = office;
        this.listings = listings;
        this.cycle = cycle;
    }

    /**
     * @param open steps that people find in their inboxes
     * @param late those of them whose due date is over
     */
    void midway(int handedIn, int open, int late) {
        assertThat(ofAllStages("done")).isEqualTo(handedIn);
        assertThat(ofAllStages("open")).isEqualTo(open).isPositive();
        assertThat(ofAllStages("late")).isEqualTo(late).isPositive();
        assertThat(count("tasks", Map.of("state", "open"))).isEqualTo(open);
        assertThat(count("tasks", Map.of("late", "yes"))).isEqualTo(late);
    }

    /**
     * @param found what the robot wrote down as found
     * @param blocs where each unit belongs
     */
    void atTheEnd(int handedIn, int found, Map<String, String> blocs) {
        int units = blocs.size();
        assertThat(ofAllStages("done")).isEqualTo(handedIn);
        assertThat(ofAllStages("open")).isZero();
        assertThat(ofAllStages("late")).isZero();
        assertThat(count("tasks", Map.of("state", "done"))).isEqualTo(handedIn);
        assertThat(count("ranking", Map.of())).isEqualTo(units);
        assertThat(count("coverage", Map.of("inspected", "yes"))).isEqualTo(units);
        assertThat(count("findings", Map.of())).isEqualTo(found).isPositive();
        assertThat(sum("finding-types", "found")).isEqualTo(found);
        results(blocs);
        findings(found);
        commendations();
        assertThat(stateOfCycle()).containsExactly("FINISHED");
    }

    /** @return as "inspecting>inspected" */
    Set<String> pairs() {
        Set<String> pairs = new TreeSet<>();
        office.get("/api/cycles/" + cycle + "/pairs")
                .forEach(pair -> pairs.add(pair.path("inspecting").asText() + ">"
                        + pair.path("inspected").asText()));
        return pairs;
    }

    private int ofAllStages(String figure) {
        int sum = 0;
        for (JsonNode stage : office.get("/api/cycles/" + cycle + "/progress").path("stages")) {
            sum += stage.path(figure).asInt();
        }
        return sum;
    }

    private void results(Map<String, String> blocs) {
        JsonNode results = office.get("/api/cycles/" + cycle + "/results");
        assertThat(results).hasSize(blocs.size());
        Map<String, Integer> grades = new TreeMap<>();
        results.forEach(result -> {
            String grade = result.path("grade").asText();
            assertThat(grade).isIn("EXCELLENT", "GOOD", "FAIR", "AVERAGE", "POOR");
            grades.merge(grade, 1, Integer::sum);
            assertThat(result.path("rank").asInt()).isBetween(1, 8);
            String unit = result.path("unit").asText();
            assertThat(result.path("bloc").asText()).as(unit).isEqualTo(blocs.get(unit));
            JsonNode scorecard = office.get("/api/units/" + unit + "/scorecard?cycle=" + cycle);
            assertThat(result.path("finalScore").decimalValue())
                    .as("%s by its scorecard", unit)
                    .isEqualByComparingTo(scored(scorecard)
                            .add(result.path("bonus").decimalValue())
                            .subtract(result.path("penalty").decimalValue())
                            .max(BigDecimal.ZERO)
                            .min(BigDecimal.valueOf(100)));
        });
        for (Row row : listings.all(listing("grades"), cycle)) {
            assertThat(row.count("units"))
                    .as(row.text("grade"))
                    .isEqualTo(grades.getOrDefault(row.text("grade"), 0).longValue());
        }
    }

    /** Each was corrected, and what was done about it was looked at. */
    private void findings(int found) {
        JsonNode findings = office.get("/api/findings?cycle=" + cycle);
        assertThat(findings).hasSize(found).allSatisfy(finding -> {
            assertThat(finding.path("open").asBoolean(true)).isFalse();
            assertThat(finding.path("actions").path(0).path("accepted").asBoolean())
                    .isTrue();
        });
    }

    /** Σ score ÷ Σ max × 100 over what applies, with two decimals: what anybody works out from the rows. */
    private static BigDecimal scored(JsonNode scorecard) {
        assertThat(scorecard.path("criteria")).hasSize(31);
        BigDecimal points = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (JsonNode row : scorecard.path("criteria")) {
            if (!row.path("finalNotApplicable").asBoolean()) {
                JsonNode appealed = row.path("appealedScore");
                points = points.add((appealed.isNumber() ? appealed : row.path("finalScore")).decimalValue());
                most = most.add(row.path("max").decimalValue());
            }
        }
        return points.multiply(BigDecimal.valueOf(100)).divide(most, 2, RoundingMode.HALF_UP);
    }

    /** The best were commended, and each step of the pipeline holds as many as there are. */
    private void commendations() {
        List<String> awarded = new ArrayList<>();
        Map<String, Integer> states = new TreeMap<>();
        office.get("/api/commendations?cycle=" + cycle).forEach(nomination -> {
            String state = nomination.path("state").asText();
            states.merge(state, 1, Integer::sum);
            if (state.equals("AWARDED")) {
                awarded.add(nomination.path("unit").asText());
            }
        });
        assertThat(awarded).contains("so-y-te", "q-tay-ho", "h-dong-anh");
        for (Row row : listings.all(listing("nomination-states"), cycle)) {
            assertThat(row.count("nominations"))
                    .as(row.text("state"))
                    .isEqualTo(states.getOrDefault(row.text("state"), 0).longValue());
        }
    }

    private List<String> stateOfCycle() {
        List<String> states = new ArrayList<>();
        office.get("/api/cycles").forEach(one -> {
            if (one.path("code").asText().equals(cycle)) {
                states.add(one.path("state").asText());
            }
        });
        return states;
    }

    private int count(String name, Map<String, String> filters) {
        return listings.count(listing(name), ListingSearch.of(cycle, filters));
    }

    private long sum(String name, String column) {
        return listings.all(listing(name), cycle).stream()
                .mapToLong(row -> row.count(column))
                .sum();
    }

    private Listing listing(String name) {
        return listings.find(name).orElseThrow();
    }
}
