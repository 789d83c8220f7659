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
import nepsong.evaluation.ReportFigures;
import nepsong.evaluation.ReportSection;
import nepsong.evaluation.Reports;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class DraftReportForm implements TaskForm {

    private final DraftReport drafting;
    private final Reports reports;
    private final ReportFigures figures;
    private final ReportView view;
    private final Cycles cycles;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DraftReportForm(
            DraftReport drafting,
            Reports reports,
            ReportFigures figures,
            ReportView view,
            Cycles cycles,
            WorkingCalendar calendar,
            Clock clock) {
        this.drafting = drafting;
        this.reports = reports;
        this.figures = figures;
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
        Optional<Report> before = reports.latest(cycle);
        Map<String, Object> shown = new LinkedHashMap<>();
        Map<ReportSection, String> sections = before.map(Report::sections).orElseGet(() -> figures.sentences(cycle));
        sections.forEach((section, text) -> shown.put(ReportView.key(section), text));
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
