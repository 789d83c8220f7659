package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nepsong.Trial;
import nepsong.correction.NewFinding;
import nepsong.correction.RecordFindings;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit that another has inspected and scored, and whose board has faded. */
final class FadedBoard implements BeforeEachCallback, AfterEachCallback {

    static final String UNIT = "q-ba-dinh";
    static final String COORDINATOR = "qbadinhCoordinator";

    private static final AtomicInteger CYCLES = new AtomicInteger();

    private final Cycles cycles;
    private final RecordFindings recording;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private String cycle = "";

    FadedBoard(Cycles cycles, RecordFindings recording, RuntimeService runtime, JdbcClient jdbc) {
        this.cycles = cycles;
        this.recording = recording;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        cycle = "fb-" + CYCLES.incrementAndGet();
        cycles.add(Trial.cycle(cycle, Instant.now()));
        cycles.configure(Trial.configuration(cycle, UNIT, "q-tay-ho"));
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.sql(
                        "insert into pairings values (?, 'khoi-1', 1, 7, 0, '', '', false, false, ?, null, null, null, ?, 'x', '')")
                .params(cycle, now, now)
                .update();
        jdbc.sql("insert into pairs values (?, 'khoi-1', 1, ?, 'q-tay-ho', 0, null)")
                .params(cycle, UNIT)
                .update();
        jdbc.sql(
                        """
                        insert into scorecard_rows (cycle, unit, criterion, position, self_not_applicable, self_score, self_note,
                               cross_not_applicable, cross_score, cross_note, agreed, explanation, proposed_score,
                               final_not_applicable, final_score)
                        select ?, ?, code, position, false, max, 'Đã ban hành và niêm yết', false, max - 0.5,
                               'Một số phòng chưa có', false, 'Đã bổ sung trong tuần kiểm tra', max, false, max - 0.25
                        from criteria where version = 1 and set_code = 'workplace'
                        """)
                .params(cycle, UNIT)
                .update();
        assertThat(recording.record(
                        cycle,
                        UNIT,
                        "qtayhoInspector",
                        List.of(new NewFinding(
                                "BOARD_FADED",
                                "MINOR",
                                "Sảnh tầng 1, bộ phận một cửa",
                                "Bảng niêm yết Quy tắc ứng xử đã bạc màu, khó đọc từ xa",
                                "CS-C1"))))
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "test"));
    }

    String cycle() {
        return cycle;
    }

    /** Of the process that sees to it that the board is renewed. */
    String key() {
        return cycle + "/" + UNIT;
    }
}
