package nepsong.evaluation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.DraftReport;
import nepsong.evaluation.Report;
import nepsong.evaluation.ReportFacts;
import nepsong.evaluation.ReportSection;
import nepsong.evaluation.Reports;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class DraftReportForm implements TaskForm {

    private static final String OPENING = "Đoàn kiểm tra đánh giá nội dung này theo kết quả kiểm tra tại các đơn vị.";

    private final DraftReport drafting;
    private final Reports reports;
    private final ReportFacts facts;
    private final ReportView view;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DraftReportForm(
            DraftReport drafting,
            Reports reports,
            ReportFacts facts,
            ReportView view,
            Cycles cycles,
            WorkingCalendar calendar,
            Clock clock) {
        this.drafting = drafting;
        this.reports = reports;
        this.facts = facts;
        this.view = view;
        this.cycles = cycles;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "evaluation.draft-report";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        String cycle = task.cycle();
        Map<String, Object> shown = new LinkedHashMap<>();
        for (ReportSection section : ReportSection.values()) {
            shown.put(ReportView.key(section), unlessSent(() -> reports.latest(cycle)
                    .map(report -> report.sections().getOrDefault(section, ""))
                    .orElse(OPENING)));
        }
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Optional<Report> before = reports.latest(task.cycle());
        Map<String, Object> shown = view.figures(task.cycle());
        shown.put("version", before.map(Report::version).orElse(0) + 1);
        shown.put(
                "returnReason",
                before.map(report -> Objects.requireNonNullElse(report.returnReason(), ""))
                        .orElse(""));
        shown.put("results", view.results(task.cycle()));
        Map<ReportSection, String> counted = facts.of(task.cycle());
        for (ReportSection section : ReportSection.values()) {
            shown.put("facts" + (section.ordinal() + 1), counted.getOrDefault(section, ""));
        }
        return shown;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Map<ReportSection, String> sections = new EnumMap<>(ReportSection.class);
        for (ReportSection section : ReportSection.values()) {
            sections.put(section, data.text(ReportView.key(section)));
        }
        drafting.draft(task.cycle(), task.user(), sections);
        int days = cycles.workingDays(task.cycle(), EvaluationProcess.HOLD_CONFERENCE);
        return Outcome.accepted(Map.of(
                EvaluationProcess.HOLD_CONFERENCE_DUE_ON,
                calendar.plus(LocalDate.now(clock), days).toString()));
    }
}
