package nepsong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.progress.ManagedCycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers look at: three cycles that are over, and one that runs, with ten thousand open tasks. */
final class FourCycles {

    /** The one that runs. */
    static final String CYCLE = "2090";

    static final int OPEN_TASKS = 10_000;

    private FourCycles() {}

    /** @return codes of so many units, which are in all four */
    static List<String> fill(Application application, int units) {
        List<String> codes = units(application).stream().limit(units).toList();
        assertThat(codes).as("units with somebody who does their work").hasSize(units);
        fill(application, codes);
        assertThat(application
                        .bean(JdbcClient.class)
                        .sql("select count(*) from cycle_units where cycle = ?")
                        .param(CYCLE)
                        .query(Integer.class)
                        .single())
                .isEqualTo(units);
        return codes;
    }

    /** Of which somebody is there who can do the work; the demonstration's are of 2023, and most have ended since. */
    private static List<String> units(Application application) {
        People people = application.bean(People.class);
        return application
                .bean(JdbcClient.class)
                .sql("select code from units order by position")
                .query(String.class)
                .list()
                .stream()
                .filter(unit -> !people.inGroup(Groups.headAt(unit)).isEmpty())
                .toList();
    }

    private static void fill(Application application, List<String> units) {
        JdbcClient jdbc = application.bean(JdbcClient.class);
        Map<String, List<String>> blocs = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            blocs.computeIfAbsent("khoi-" + (i / 40 + 1), bloc -> new ArrayList<>())
                    .add(units.get(i));
        }
        Instant now = Instant.now();
        for (int year = 3; year > 0; year--) {
            new ManagedCycle(jdbc, String.valueOf(2090 - year), now.minus(Duration.ofDays(360L * year)))
                    .begun(60)
                    .configured(blocs)
                    .selfAssessed(false)
                    .finished()
                    .closed();
        }
        new ManagedCycle(jdbc, CYCLE, now)
                .begun(60)
                .configured(blocs)
                .selfAssessed(true)
                .finished()
                .paired()
                .withOpenTasks(OPEN_TASKS);
        // What a database does by itself within a minute.
        jdbc.sql("analyze").update();
    }
}
