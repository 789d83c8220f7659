package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import nepsong.catalogue.UsualParameters;
import nepsong.organisation.Location;
import org.junit.jupiter.api.Test;

/** How long a bloc takes to pair, by its size and by what makes it hard. The goal is 200 units in less than two seconds. */
class PairingBenchmark {

    private static final int SEEDS = 5;
    private static final double GOAL_MILLISECONDS = 2_000;

    private record Row(String scenario, int units, double median, double worst, int proven, int feasible) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"scenario\":\"%s\",\"units\":%d,\"medianMs\":%.1f,\"worstMs\":%.1f,\"proven\":%d,\"feasible\":%d,\"runs\":%d}",
                    scenario,
                    units,
                    median,
                    worst,
                    proven,
                    feasible,
                    SEEDS);
        }
    }

    /** Prints a table and writes {@code target/bench/pairing.json}. */
    @Test
    void blocsByTheirSizeAndDifficulty() throws IOException {
        List<String> scenarios = List.of(
                "equal",
                "random",
                "domain",
                "symmetric",
                "remotePairs",
                "clustersOfThree",
                "sparse",
                "tooSparse",
                "blocked");
        System.out.printf(
                "%-16s %6s %10s %10s %7s %9s%n", "scenario", "units", "median ms", "worst ms", "proven", "feasible");
        List<Row> rows = new ArrayList<>();
        for (String scenario : scenarios) {
            for (int units : new int[] {8, 30, 60, 143, 200}) {
                Row row = measure(scenario, units);
                rows.add(row);
                System.out.printf(
                        Locale.ROOT,
                        "%-16s %6d %10.1f %10.1f %5d/%d %7d/%d%n",
                        scenario,
                        units,
                        row.median,
                        row.worst,
                        row.proven,
                        SEEDS,
                        row.feasible,
                        SEEDS);
            }
        }
        Path file = Path.of("target", "bench", "pairing.json");
        Files.createDirectories(file.getParent());
        boolean reached = rows.stream().allMatch(row -> row.worst < GOAL_MILLISECONDS);
        Files.writeString(
                file,
                "{\"goalMs\":%d,\"reached\":%b,\"rows\":[\n%s\n]}\n"
                        .formatted(
                                (int) GOAL_MILLISECONDS,
                                reached,
                                String.join(",\n", rows.stream().map(Row::json).toList())));
        assertThat(reached)
                .as("every bloc in less than %s ms", GOAL_MILLISECONDS)
                .isTrue();
    }

    private static Row measure(String scenario, int units) {
        double[] milliseconds = new double[SEEDS];
        int proven = 0;
        int feasible = 0;
        new PairingPolicy().pair(request(scenario, units, SEEDS));
        for (int seed = 0; seed < SEEDS; seed++) {
            PairingRequest request = request(scenario, units, seed);
            long start = System.nanoTime();
            PairingResult result = new PairingPolicy().pair(request);
            milliseconds[seed] = (System.nanoTime() - start) / 1e6;
            boolean refusedForGood = result.infeasible().size() > 1;
            proven += result.cheapest() || refusedForGood ? 1 : 0;
            feasible += result.feasible() ? 1 : 0;
        }
        Arrays.sort(milliseconds);
        return new Row(scenario, units, milliseconds[SEEDS / 2], milliseconds[SEEDS - 1], proven, feasible);
    }

    private static PairingRequest request(String scenario, int n, long seed) {
        Random random = new Random(seed * 1_000 + n);
        List<String> units =
                IntStream.range(0, n).mapToObj(k -> String.format("u%03d", k)).toList();
        Map<String, Integer> index = new HashMap<>();
        units.forEach(unit -> index.put(unit, index.size()));
        int[][] cost = new int[n][n];
        Set<Pair> conflicts = new HashSet<>();
        Set<Pair> previous = new HashSet<>();
        PairingCost soft = (from, to) -> cost[index.get(from)][index.get(to)];
        for (int cycle = 0; cycle < 2; cycle++) {
            int shift = 1 + random.nextInt(n - 1);
            IntStream.range(0, n).forEach(k -> previous.add(new Pair(units.get(k), units.get((k + shift) % n))));
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                boolean upper = a < b;
                switch (scenario) {
                    case "random" -> cost[a][b] = random.nextInt(14);
                    case "symmetric" -> cost[a][b] = upper ? random.nextInt(14) : cost[b][a];
                    case "remotePairs" -> cost[a][b] = a / 2 == b / 2 ? 0 : 3;
                    case "clustersOfThree" -> cost[a][b] = a / 3 == b / 3 ? 0 : 3;
                    case "sparse", "tooSparse" -> {
                        double kept = (scenario.equals("sparse") ? 2.2 : 1.0) * Math.log(n) / n;
                        if (upper && random.nextDouble() > kept) {
                            conflicts.add(new Pair(units.get(a), units.get(b)));
                        }
                    }
                    case "blocked" -> {
                        if (upper && a < n / 2 + 1 && b < n / 2 + 1) {
                            conflicts.add(new Pair(units.get(a), units.get(b)));
                        }
                    }
                    default -> {}
                }
            }
        }
        if (scenario.equals("domain")) {
            Map<String, PairingFacts> facts = new HashMap<>();
            for (String unit : units) {
                facts.put(
                        unit,
                        new PairingFacts(
                                "d" + random.nextInt(1 + n / 5),
                                List.of("small", "middle", "large").get(random.nextInt(3)),
                                new Location(20.6 + random.nextDouble() * 0.8, 105.3 + random.nextDouble() * 0.7),
                                random.nextInt(4) == 0 ? Set.of(units.get(random.nextInt(n))) : Set.of(),
                                random.nextInt(10) == 0));
            }
            soft = new SoftCosts(facts, UsualParameters.values());
        }
        return new PairingRequest("bench", units, Map.of(), previous, conflicts, soft, seed);
    }
}
