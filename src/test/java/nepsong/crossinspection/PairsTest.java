package nepsong.crossinspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import nepsong.organisation.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which pairs of the past a new pairing has to keep clear of. */
class PairsTest {

    private final DataSource source = TestDatabase.freshSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Pairings pairings = new JdbcPairings(jdbc, new JdbcTemplate(source), Clock.systemUTC());
    private final Pairs pairs = new JdbcPairs(jdbc);

    @Test
    void thoseOfTheLastTwoCyclesThatCameToAPairingCount() {
        Pair tooLongAgo = approved(2019);
        Pair secondToLast = approved(2020);
        Pair withdrawn = approved(2021);
        jdbc.sql("update cycles set withdrawn_at = started_at where code = '2021'")
                .update();
        Pair last = approved(2022);
        drawn(2023);
        begun(2024);
        Pair later = approved(2025);

        assertThat(pairs.beforeCycle("2024"))
                .containsExactlyInAnyOrder(last, secondToLast)
                .doesNotContain(tooLongAgo, withdrawn, later);
    }

    private Pair approved(int year) {
        Pairing pairing = drawn(year);
        pairings.approve(pairing, pairing.pairs(), Map.of(), "headOfTeam", "");
        return pairing.pairs().get(0);
    }

    private Pairing drawn(int year) {
        begun(year);
        Pairing pairing = new Pairing(
                String.valueOf(year),
                "khoi-1",
                1,
                42,
                0,
                List.of(),
                List.of(),
                false,
                false,
                List.of(new Pair("inspecting-in-" + year, "inspected-in-" + year)),
                null);
        pairings.add(pairing);
        return pairing;
    }

    private void begun(int year) {
        jdbc.sql(
                        """
                        insert into cycles (code, year_of_cycle, name, started_at, started_by)
                        values (?, ?, 'Kỳ thử', cast(? as timestamp with time zone), 'office')
                        """)
                .params(String.valueOf(year), year, year + "-03-01T00:00:00Z")
                .update();
    }
}
