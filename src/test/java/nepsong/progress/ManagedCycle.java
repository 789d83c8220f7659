package nepsong.progress;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A cycle as rows: what a campaign of weeks would leave in the engine's tables and ours, written within a moment. The same
 * seed writes the same cycle.
 */
public final class ManagedCycle {

    private static final List<String> STEPS = List.of("acknowledge", "scoreCriteria", "approve", "checkCompleteness");
    private static final List<String> STEP_NAMES =
            List.of("Xác nhận tiếp nhận", "Tự đánh giá", "Phê duyệt tự đánh giá", "Kiểm tra tính đầy đủ");
    private static final List<String> GRADES = List.of("EXCELLENT", "GOOD", "FAIR", "AVERAGE", "POOR");
    private static final List<String> TYPES =
            List.of("BOARD_FADED", "BOARD_MISSING", "COMMUNICATION_IRREGULAR", "NO_SELF_CHECK", "CONDUCT");

    private final JdbcClient jdbc;
    private final String code;
    private final Instant now;
    private final Random random;
    private final Map<String, List<String>> blocs = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, String> byAbout = new HashMap<>();
    private int tasks;
    private int activities;

    public ManagedCycle(JdbcClient jdbc, String code, Instant now) {
        this.jdbc = jdbc;
        this.code = code;
        this.now = now;
        this.random = new Random(code.hashCode());
    }

    /** Just started: the plan is being drafted. */
    public ManagedCycle begun(int daysAgo) {
        jdbc.sql(
                        """
                        insert into cycles (code, year_of_cycle, name, checklist_version, started_at, started_by)
                        values (?, ?, ?, 1, ?, 'office')
                        """)
                .params(
                        code,
                        Integer.parseInt(code.substring(0, 4)),
                        "Kiểm tra việc thực hiện hai Quy tắc ứng xử năm " + code.substring(0, 4),
                        at(-daysAgo))
                .update();
        process("inspection-cycle", "", -daysAgo, null);
        String directive = process("directive", "", -daysAgo, null);
        task(directive, "draftPlan", "Soạn kế hoạch kiểm tra – kỳ " + code, -daysAgo, 5, null, "standingOffice");
        return this;
    }

    /** The units are called in, and the plan's days are set. */
    public ManagedCycle configured(Map<String, List<String>> units) {
        blocs.putAll(units);
        jdbc.sql("update cycles set configured_at = ? where code = ?")
                .params(at(-20), code)
                .update();
        jdbc.sql(
                        "update act_hi_procinst set end_time_ = ?, state_ = 'COMPLETED' where business_key_ = ? and proc_def_key_ = 'directive'")
                .params(engineAt(-20), code)
                .update();
        jdbc.sql("update act_hi_taskinst set end_time_ = ?, delete_reason_ = 'completed' where id_ like ?")
                .params(engineAt(-20), code + "-t%")
                .update();
        withoutOpenTasks();
        jdbc.sql("insert into cycle_weights (cycle, kind, set_code, weight) "
                        + "select cast(? as varchar(20)), kind, set_code, weight from set_weights")
                .param(code)
                .update();
        int[] position = {0};
        blocs.forEach((bloc, members) -> {
            jdbc.sql("insert into cycle_blocs (cycle, bloc, name, position) values (?, ?, ?, ?)")
                    .params(code, bloc, "Khối " + bloc.replace("khoi-", ""), position[0]++)
                    .update();
            IntStream.range(0, members.size())
                    .forEach(i -> jdbc.sql("insert into cycle_units (cycle, unit, bloc, position) values (?, ?, ?, ?)")
                            .params(code, members.get(i), bloc, i)
                            .update());
            String called = process("bloc-inspection", bloc, -19, null);
            ran(
                    processOf("inspection-cycle", ""),
                    "callActivity",
                    "inspectBlocs",
                    "Kiểm tra các khối",
                    -19,
                    null,
                    called);
        });
        plan();
        return this;
    }

    private void plan() {
        jdbc.sql(
                        """
                        insert into plans (cycle, name, summary, purpose, requirements, checklist_version, round, drafted_at, drafted_by)
                        values (?, 'Kế hoạch', 'Tóm tắt', 'Mục đích', 'Yêu cầu', 1, 1, ?, 'office')
                        """)
                .params(code, at(-40))
                .update();
        List<String> titles = List.of(
                "Đơn vị tự đánh giá", "Kiểm tra chéo", "Thẩm định, xếp loại", "Hội nghị đánh giá, rút kinh nghiệm");
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(25);
        for (int i = 0; i < titles.size(); i++) {
            jdbc.sql("insert into plan_milestones (cycle, position, title, first_day, last_day) values (?, ?, ?, ?, ?)")
                    .params(code, i, titles.get(i), from, from.plusDays(20))
                    .update();
            from = from.plusDays(21);
        }
    }

    /**
     * The units assess themselves: every unit has done as many of the four steps as its turn says, one after the other.
     *
     * @param late whether some of the open steps are overdue
     */
    public ManagedCycle selfAssessed(boolean late) {
        int turn = 0;
        for (String unit : units()) {
            int steps = turn++ % (STEPS.size() + 1);
            Integer ended = steps == STEPS.size() ? -1 : null;
            String process = process("self-assessment", unit, -18, ended);
            String caller = processOf("bloc-inspection", blocOf(unit));
            ran(caller, "callActivity", "selfAssess", "Các đơn vị tự đánh giá", -18, ended, process);
            ran(process, "serviceTask", "layOutScorecard", asDrawn("Lập phiếu chấm – " + unit), -18, -18, null);
            if (steps >= STEPS.size() - 1) {
                ran(process, "businessRuleTask", "naApproval", "Ai chấp thuận mục không áp dụng?", -7, -7, null);
            }
            for (int step = 0; step < Math.min(steps + 1, STEPS.size()); step++) {
                boolean done = step < steps;
                int due = late && turn % 3 == 0 && !done ? -3 : 4;
                task(
                        process,
                        STEPS.get(step),
                        STEP_NAMES.get(step) + " – " + unit,
                        -16 + step * 3,
                        due,
                        done ? -13 + step * 3 : null,
                        "coordinatorAt" + unit.replace("-", ""));
            }
            if (steps > 1) {
                scorecard(unit, false);
            }
        }
        return this;
    }

    /** Everything has been done: inspected, found, graded, published, commended. */
    public ManagedCycle finished() {
        jdbc.sql("delete from scorecard_rows where cycle = ?").param(code).update();
        List<String> units = units();
        int rank = 0;
        for (String unit : units) {
            String other = units.get((units.indexOf(unit) + 1) % units.size());
            String process = process("cross-inspection", unit, -12, -4);
            String caller = processOf("bloc-inspection", blocOf(unit));
            ran(caller, "callActivity", "crossInspect", "Kiểm tra chéo từng cặp", -12, -4, process);
            task(
                    process,
                    "inspect",
                    "Kiểm tra, chấm điểm – " + unit,
                    -11,
                    -6,
                    -7,
                    "inspectorAt" + other.replace("-", ""));
            scorecard(unit, true);
            inspected(unit, other);
            findings(unit);
        }
        for (Map.Entry<String, List<String>> bloc : blocs.entrySet()) {
            rank = 0;
            for (String unit : bloc.getValue()) {
                graded(bloc.getKey(), unit, ++rank);
            }
        }
        nominations();
        jdbc.sql("insert into publications values (?, 45, 'QĐ-SVHTT', ?, 'ranking,groups,models', 'director', ?, null)")
                .params(code, LocalDate.ofInstant(now, ZoneOffset.UTC), at(-1))
                .update();
        return this;
    }

    /** The pairs are kept too: whoever inspects for the inspecting unit may read what the inspected one has. */
    public ManagedCycle paired() {
        blocs.keySet().forEach(this::pairs);
        return this;
    }

    public ManagedCycle closed() {
        jdbc.sql("update cycles set finished_at = ? where code = ?")
                .params(at(-1), code)
                .update();
        jdbc.sql(
                        "update act_hi_procinst set end_time_ = ?, state_ = 'COMPLETED' where business_key_ like ? and end_time_ is null")
                .params(engineAt(-1), code + "%")
                .update();
        jdbc.sql(
                        "update act_hi_taskinst set end_time_ = ?, delete_reason_ = 'completed' where id_ like ? and end_time_ is null")
                .params(engineAt(-1), code + "-t%")
                .update();
        jdbc.sql("update act_hi_actinst set end_time_ = ? where id_ like ? and end_time_ is null")
                .params(engineAt(-1), code + "-a%")
                .update();
        withoutOpenTasks();
        return this;
    }

    /** Somebody has asked for more time for a unit's task, and nobody has answered in time. */
    public ManagedCycle lateWish(String unit) {
        String process = process("extension", unit, -9, null);
        task(process, "decideExtension", "Quyết định xin thêm thời gian – " + unit, -9, -4, null, "standingOffice");
        return this;
    }

    /** The pairs of a bloc wait for the head of the team for too long. */
    public String lateBloc(String bloc) {
        task(
                processOf("bloc-inspection", bloc),
                "approvePairs",
                "Duyệt phân công – " + bloc,
                -9,
                -2,
                null,
                "headOfTeam");
        return code + "-t" + (tasks - 1);
    }

    /** More tasks than the units could ever do: they are spread over the units' self-assessments. */
    public ManagedCycle withOpenTasks(int count) {
        List<String> processes = keys.entrySet().stream()
                .filter(process -> process.getValue().equals("self-assessment"))
                .map(Map.Entry::getKey)
                .toList();
        for (int i = 0; i < count; i++) {
            task(
                    processes.get(i % processes.size()),
                    "scoreCriteria",
                    "Tự đánh giá – việc " + i,
                    -5,
                    i % 10 == 0 ? -2 : 5,
                    null,
                    "standingOffice");
        }
        return this;
    }

    private void withoutOpenTasks() {
        jdbc.sql(
                        """
                        update act_hi_actinst set end_time_ = (select t.end_time_ from act_hi_taskinst t where t.id_ = task_id_)
                        where id_ like ?
                        """)
                .param(code + "-t%")
                .update();
        for (String statement : List.of(
                "delete from act_ru_identitylink where task_id_ like ?", "delete from act_ru_task where id_ like ?")) {
            jdbc.sql(statement).param(code + "-t%").update();
        }
    }

    private void scorecard(String unit, boolean inspected) {
        jdbc.sql(
                        """
                        insert into scorecard_rows (cycle, unit, criterion, position, self_not_applicable, self_score, self_note,
                               cross_not_applicable)
                        select ?, ?, c.code, c.position, false, c.max, 'Có hồ sơ kèm theo', false
                        from criteria c where c.version = 1 and c.set_code = 'workplace'
                        """)
                .params(code, unit)
                .update();
        if (!inspected) {
            return;
        }
        int strictness = Math.floorMod(unit.hashCode(), 3);
        // Inspecting units are as strict as they are; the answer to an explanation gives some of it back.
        jdbc.sql(
                        """
                        update scorecard_rows
                        set cross_score = self_score - 0.25 * mod(position * ? + ?, ? * 2 + 1), cross_note = 'Đã xem tại chỗ',
                            final_score = self_score - 0.25 * (mod(position * ? + ?, ? * 2 + 1) / 2), final_not_applicable = false
                        where cycle = ? and unit = ?
                        """)
                .params(7, strictness, strictness, 7, strictness, strictness, code, unit)
                .update();
    }

    private void inspected(String unit, String inspecting) {
        jdbc.sql(
                        """
                        insert into inspections (cycle, unit, inspecting, planned_at, place, announced, documents, scheduled_at,
                               due_on, cross_submitted_at, finished_at)
                        values (?, ?, ?, ?, 'Trụ sở', true, 'Hồ sơ', ?, ?, ?, ?)
                        """)
                .params(
                        code,
                        unit,
                        inspecting,
                        engineAt(-8),
                        at(-12),
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        at(-7),
                        at(-4))
                .update();
    }

    /** As the visits went: each unit by the next one, whichever bloc that is of. */
    private void pairs(String bloc) {
        jdbc.sql(
                        """
                        insert into pairings (cycle, bloc, round, seed, cost, warnings, infeasible, previous_relaxed,
                               conflicts_relaxed, drawn_at, approved_at, approved_by)
                        values (?, ?, 1, 7, 0, '', '', false, false, ?, ?, 'headOfTeam')
                        """)
                .params(code, bloc, at(-14), at(-13))
                .update();
        jdbc.sql(
                        """
                        insert into pairs (cycle, bloc, round, inspected, inspecting, position)
                        select i.cycle, m.bloc, 1, i.unit, i.inspecting, m.position
                        from inspections i join cycle_units m on m.cycle = i.cycle and m.unit = i.unit
                        where i.cycle = ? and m.bloc = ?
                        """)
                .params(code, bloc)
                .update();
    }

    private void findings(String unit) {
        int count = random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            int found = -5 - random.nextInt(70);
            boolean closed = random.nextBoolean();
            jdbc.sql(
                            """
                            insert into findings (id, cycle, unit, number, type, severity, place, description, repeated,
                                   working_days, photo_before, photo_after, recheck_on, recheck_percent, due_on, found_at, closed_at)
                            values (?, ?, ?, ?, ?, 'MINOR', 'Sảnh một cửa', 'Bảng niêm yết đã bạc màu, khó đọc', ?, 10, true, true,
                                   'FILE', 0, ?, ?, ?)
                            """)
                    .params(
                            code + unit.hashCode() + number,
                            code,
                            unit,
                            number,
                            TYPES.get(random.nextInt(TYPES.size())),
                            random.nextInt(4) == 0,
                            LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(found + 30L),
                            at(found),
                            closed ? at(-2) : null)
                    .update();
        }
    }

    private void graded(String bloc, String unit, int rank) {
        int grade = Math.min(4, rank / 2);
        BigDecimal score = BigDecimal.valueOf(9800 - rank * 350L, 2);
        boolean capped = rank == 2;
        jdbc.sql("insert into results values (?, ?, ?, ?, ?, ?, 0.5, 0, ?, ?, null, ?, ?)")
                .params(
                        code,
                        unit,
                        bloc,
                        score.add(BigDecimal.ONE),
                        score,
                        score,
                        score.add(new BigDecimal("0.50")),
                        GRADES.get(capped ? grade - 1 : grade),
                        GRADES.get(grade),
                        rank)
                .update();
        if (capped) {
            jdbc.sql("insert into result_caps values (?, ?, 0, 'V6', 'GOOD', ?)")
                    .params(code, unit, "Có nhóm tiêu chí đạt dưới 75% nên không xếp loại Xuất sắc.")
                    .update();
        }
    }

    /** A collective of the unit; nobody has confirmed it yet. */
    public void nominated(String id, String unit) {
        jdbc.sql(
                        """
                        insert into nominations (id, cycle, unit, subject_type, name, address, award_form, achievement,
                               period_from, period_to, proposed_by, proposed_at)
                        values (?, ?, ?, 'COLLECTIVE', ?, 'Hà Nội', 'CERTIFICATE_OF_MERIT', 'Thành tích', ?, ?, 'office', ?)
                        """)
                .params(
                        id,
                        code,
                        unit,
                        "Tập thể " + unit,
                        LocalDate.ofInstant(now, ZoneOffset.UTC).minusYears(1),
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        at(-3))
                .update();
    }

    private void nominations() {
        List<String> units = units();
        for (int i = 0; i < Math.min(6, units.size()); i++) {
            String id = code + "-n" + i;
            nominated(id, units.get(i));
            if (i > 1) {
                jdbc.sql(
                                """
                        insert into nomination_confirmations (nomination, members, present, in_favour, confirmed,
                               confirmed_by, confirmed_at)
                        values (?, 9, 9, 9, ?, 'head', ?)
                        """)
                        .params(id, i > 2, at(-2))
                        .update();
            }
        }
    }

    private String process(String key, String subject, int started, @Nullable Integer ended) {
        String id = code + "-p" + keys.size();
        keys.put(id, key);
        byAbout.put(key + "/" + subject, id);
        jdbc.sql(
                        """
                        insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,
                                                     end_time_, state_)
                        values (?, ?, ?, ?, 'definition', ?, ?, ?)
                        """)
                .params(
                        id,
                        id,
                        subject.isEmpty() ? code : code + "/" + subject,
                        key,
                        engineAt(started),
                        ended == null ? null : engineAt(ended),
                        ended == null ? "ACTIVE" : "COMPLETED")
                .update();
        jdbc.sql("insert into act_ru_execution (id_, rev_, proc_inst_id_) values (?, 1, ?)")
                .params(id, id)
                .update();
        return id;
    }

    private void task(
            String process, String step, String name, int offered, int due, @Nullable Integer done, String group) {
        String id = code + "-t" + tasks++;
        jdbc.sql(
                        """
                        insert into act_hi_taskinst (id_, task_def_key_, proc_inst_id_, name_, start_time_, due_date_, end_time_,
                                                     delete_reason_)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        "userTask_" + step,
                        process,
                        name,
                        engineAt(offered),
                        engineAt(due),
                        done == null ? null : engineAt(done),
                        done == null ? null : "completed")
                .update();
        jdbc.sql(
                        """
                        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, task_id_,
                                                    act_name_, act_type_, start_time_, end_time_, duration_, act_inst_state_)
                        values (?, ?, 'definition', ?, ?, ?, ?, ?, 'userTask', ?, ?, ?, 0)
                        """)
                .params(
                        id + "a",
                        keys.get(process),
                        process,
                        process,
                        "userTask_" + step,
                        id,
                        asDrawn(name),
                        engineAt(offered),
                        done == null ? null : engineAt(done),
                        done == null
                                ? null
                                : Duration.ofDays(done - (long) offered).toMillis())
                .update();
        if (done == null) {
            jdbc.sql(
                            "insert into act_ru_task (id_, rev_, proc_inst_id_, execution_id_, name_, task_def_key_, due_date_, suspension_state_) values (?, 1, ?, ?, ?, ?, ?, 1)")
                    .params(id, process, process, name, "userTask_" + step, engineAt(due))
                    .update();
            jdbc.sql(
                            "insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_) values (?, 1, ?, 'candidate', ?)")
                    .params(id + "l", group, id)
                    .update();
        }
    }

    /** Of a task the engine keeps the name as it was said, of what it went through the name as it stands in the model. */
    private static String asDrawn(String name) {
        return name.replaceFirst(" – .*", " – \\${unitName}");
    }

    /**
     * What the engine went through without a person.
     *
     * @param called the process that a call activity has started; null for all others
     */
    private void ran(
            String process,
            String type,
            String step,
            String name,
            int started,
            @Nullable Integer ended,
            @Nullable String called) {
        jdbc.sql(
                        """
                        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_,
                                                    call_proc_inst_id_, act_name_, act_type_, start_time_, end_time_, duration_,
                                                    act_inst_state_)
                        values (?, ?, 'definition', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        code + "-a" + activities++,
                        keys.get(process),
                        process,
                        process,
                        type + "_" + step,
                        called,
                        name,
                        type,
                        engineAt(started),
                        ended == null ? null : engineAt(ended),
                        ended == null
                                ? null
                                : Duration.ofDays(ended - (long) started).toMillis())
                .update();
    }

    private String processOf(String key, String about) {
        return Objects.requireNonNull(byAbout.get(key + "/" + about), key + " about " + about);
    }

    private String blocOf(String unit) {
        return blocs.entrySet().stream()
                .filter(bloc -> bloc.getValue().contains(unit))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** Takes away everything that a cycle of this kind has left. */
    public static void forget(JdbcClient jdbc, String code) {
        List<String> tables = List.of(
                "act_ru_identitylink where task_id_ like :rows",
                "act_ru_task where id_ like :rows",
                "act_hi_actinst where id_ like :rows",
                "act_hi_taskinst where id_ like :rows",
                "act_ru_execution where id_ like :rows",
                "act_hi_procinst where id_ like :rows",
                "outbox where mail_key like 'task.reminded/' || :rows",
                "nomination_confirmations where nomination like :rows",
                "nominations where cycle = :code",
                "publications where cycle = :code",
                "result_caps where cycle = :code",
                "results where cycle = :code",
                "findings where cycle = :code",
                "inspections where cycle = :code",
                "pairs where cycle = :code",
                "pairings where cycle = :code",
                "scorecard_rows where cycle = :code",
                "self_assessments where cycle = :code",
                "plan_milestones where cycle = :code",
                "plans where cycle = :code",
                "cycle_weights where cycle = :code",
                "cycle_units where cycle = :code",
                "cycle_blocs where cycle = :code",
                "cycles where code = :code");
        tables.forEach(table -> jdbc.sql("delete from " + table)
                .param("rows", code + "-%")
                .param("code", code)
                .update());
    }

    private List<String> units() {
        return blocs.values().stream().flatMap(List::stream).toList();
    }

    private OffsetDateTime at(int days) {
        return now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private Timestamp engineAt(int days) {
        return Timestamp.from(now.plus(Duration.ofDays(days)));
    }
}
