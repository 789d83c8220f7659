package nepsong.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.progress.ManagedCycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager may find: a cycle of the year before, one at its end, one with late units, one in the middle, one just begun. */
final class FiveCycles implements BeforeEachCallback, AfterEachCallback {

    static final String BEFORE = "2011";
    static final String AT_ITS_END = "2012";
    static final String LATE = "2013";
    static final String IN_THE_MIDDLE = "2014";
    static final String BEGUN = "2015";

    private static final List<String> ALL = List.of(BEFORE, AT_ITS_END, LATE, IN_THE_MIDDLE, BEGUN);

    private final JdbcClient jdbc;

    FiveCycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Instant now = Instant.now();
        new ManagedCycle(jdbc, BEFORE, now.minus(Duration.ofDays(300)))
                .begun(60)
                .configured(units())
                .selfAssessed(false)
                .finished()
                .closed();
        new ManagedCycle(jdbc, AT_ITS_END, now)
                .begun(60)
                .configured(units())
                .selfAssessed(false)
                .finished()
                .paired()
                .closed();
        new ManagedCycle(jdbc, LATE, now).begun(30).configured(units()).selfAssessed(true);
        new ManagedCycle(jdbc, IN_THE_MIDDLE, now).begun(30).configured(units()).selfAssessed(false);
        new ManagedCycle(jdbc, BEGUN, now).begun(2);
        LongMails.put(jdbc);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        ALL.forEach(cycle -> ManagedCycle.forget(jdbc, cycle));
        LongMails.remove(jdbc);
    }

    private static Map<String, List<String>> units() {
        Map<String, List<String>> units = new LinkedHashMap<>();
        units.put("khoi-1", List.of("so-du-lich", "so-y-te", "so-giao-duc-va-dao-tao", "so-giao-thong-van-tai"));
        units.put("khoi-2", List.of("q-ba-dinh", "q-hoan-kiem", "q-tay-ho", "q-long-bien", "q-cau-giay", "q-dong-da"));
        return units;
    }
}
