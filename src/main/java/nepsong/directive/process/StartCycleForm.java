package nepsong.directive.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.cycle.StartCycle;
import nepsong.engine.FormData;
import nepsong.engine.Outcome;
import nepsong.engine.StartForm;
import nepsong.organisation.DemonstrationSettings;
import org.springframework.stereotype.Component;

/** Stands here because a cycle begins with its directive, and the cycle itself does not know of forms. */
@Component
class StartCycleForm implements StartForm {

    /** Of the demonstration, whose units are those of that year. */
    private static final int DEMONSTRATED_YEAR = 2023;

    /** As the form has it: the year of the two Codes. */
    private static final int EARLIEST_YEAR = 2017;

    private final Cycles cycles;
    private final StartCycle start;
    private final DemonstrationSettings demonstration;
    private final Clock clock;

    StartCycleForm(Cycles cycles, StartCycle start, DemonstrationSettings demonstration, Clock clock) {
        this.cycles = cycles;
        this.start = start;
        this.demonstration = demonstration;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "inspection-cycle.start";
    }

    @Override
    public Map<String, Object> open(String user) {
        List<Cycle> all = cycles.all();
        int year =
                all.isEmpty() ? firstYear() : Math.max(EARLIEST_YEAR, all.get(0).year() + 1);
        return Map.of("year", year, "name", "Kiểm tra việc thực hiện 02 Quy tắc ứng xử năm " + year);
    }

    private int firstYear() {
        return demonstration.demo() ? DEMONSTRATED_YEAR : LocalDate.now(clock).getYear();
    }

    @Override
    public Outcome submit(String user, FormData data) {
        StartCycle.Started started = start.start(data.integer("year"), data.text("name"), user);
        String cycle = started.cycle();
        return cycle == null
                ? Outcome.refused(started.refusals())
                : Outcome.started(cycle, Map.of("cycle", cycle, "cycleName", data.text("name")));
    }
}
