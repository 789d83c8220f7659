package nepsong.evaluation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycles;
import nepsong.engine.FormData;
import nepsong.engine.FormTask;
import nepsong.engine.Option;
import nepsong.engine.Outcome;
import nepsong.engine.TaskForm;
import nepsong.evaluation.Conference;
import nepsong.evaluation.Conference.FollowUp;
import nepsong.evaluation.Conference.Guest;
import nepsong.evaluation.Conference.Minutes;
import nepsong.evaluation.Conference.Speech;
import nepsong.evaluation.Conferences;
import nepsong.evaluation.HoldConference;
import nepsong.evaluation.Invitations;
import nepsong.evaluation.Invitations.Answer;
import nepsong.evaluation.Report;
import nepsong.evaluation.Reports;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

@Component
class HoldConferenceForm implements TaskForm {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(WorkingCalendar.ZONE);
    private static final int DAYS_FOR_A_TASK = 30;

    private final HoldConference holding;
    private final Reports reports;
    private final Conferences conferences;
    private final Invitations invitations;
    private final Cycles cycles;
    private final Units units;
    private final WorkingCalendar calendar;
    private final Clock clock;

    HoldConferenceForm(
            HoldConference holding,
            Reports reports,
            Conferences conferences,
            Invitations invitations,
            Cycles cycles,
            Units units,
            WorkingCalendar calendar,
            Clock clock) {
        this.holding = holding;
        this.reports = reports;
        this.conferences = conferences;
        this.invitations = invitations;
        this.cycles = cycles;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "evaluation.hold-conference";
    }

    @Override
    public Map<String, Object> open(FormTask task) {
        Report report = reports.get(task.cycle());
        Conference called = conferences.find(report).orElseThrow();
        Set<String> absent = invitations.answers(report).stream()
                .filter(Answer::isNo)
                .map(Answer::person)
                .collect(Collectors.toSet());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "guests",
                called.guests().stream()
                        .map(guest -> Map.of(
                                "name",
                                guest.name(),
                                "agency",
                                guest.agency(),
                                "present",
                                guest.person() == null || !absent.contains(guest.person())))
                        .toList());
        shown.put("speeches", List.of());
        shown.put("unitOptions", unitOptions(task.cycle()));
        Map<String, Object> followUp = new LinkedHashMap<>();
        followUp.put("task", "Khắc phục các tồn tại, hạn chế nêu trong báo cáo");
        followUp.put("unit", FollowUp.EVERYBODY);
        followUp.put("dueOn", calendar.plus(LocalDate.now(clock), DAYS_FOR_A_TASK));
        shown.put("followUps", List.of(followUp));
        return shown;
    }

    @Override
    public Map<String, Object> show(FormTask task) {
        Report report = reports.get(task.cycle());
        Conference called = conferences.find(report).orElseThrow();
        return Map.of(
                "answers",
                answers(called, invitations.answers(report)),
                "programme",
                called.programme().isEmpty() ? "chưa ghi" : called.programme(),
                "invitationPage",
                "/papers/invitations/" + task.cycle(),
                "cycleName",
                cycles.get(task.cycle()).name(),
                "startsAt",
                MOMENT.format(called.startsAt()),
                "place",
                called.place(),
                "chair",
                called.chair());
    }

    private static String answers(Conference called, List<Answer> answers) {
        Map<String, String> names = called.guests().stream()
                .filter(guest -> guest.person() != null)
                .collect(Collectors.toMap(
                        guest -> String.valueOf(guest.person()), Guest::name, (one, other) -> one, LinkedHashMap::new));
        List<String> absent = answers.stream()
                .filter(Answer::isNo)
                .map(answer -> names.getOrDefault(answer.person(), answer.person())
                        + (answer.note().isEmpty() ? "" : " (" + answer.note() + ")"))
                .toList();
        String counted = "%d người xác nhận dự, %d người báo không dự, %d người chưa trả lời."
                .formatted(
                        answers.stream().filter(Answer::isYes).count(),
                        absent.size(),
                        answers.stream()
                                .filter(answer -> answer.attends() == null)
                                .count());
        return absent.isEmpty() ? counted : "%s Không dự: %s".formatted(counted, String.join("; ", absent));
    }

    private List<Option> unitOptions(String cycle) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(FollowUp.EVERYBODY, FollowUp.EVERYBODY));
        List<String> codes = cycles.blocs(cycle).stream()
                .map(Bloc::units)
                .flatMap(List::stream)
                .toList();
        units.find(codes).forEach(unit -> options.add(new Option(unit.code(), unit.name())));
        return options;
    }

    @Override
    public Outcome submit(FormTask task, FormData data) {
        Minutes minutes = new Minutes(
                data.rows("guests").stream()
                        .map(row -> new Guest(row.text("name"), row.text("agency"), null, row.flag("present")))
                        .toList(),
                data.rows("speeches").stream()
                        .map(row -> new Speech(
                                row.text("speaker"),
                                row.text("summary"),
                                row.text("proposal"),
                                row.text("section"),
                                row.text("kind"),
                                row.text("reason"),
                                row.text("answer")))
                        .toList(),
                data.text("minutes"),
                data.text("conclusion"),
                data.rows("followUps").stream().map(this::followUp).toList());
        return Outcome.of(holding.hold(task.cycle(), task.user(), minutes), Map.of());
    }

    private FollowUp followUp(FormData row) {
        String chosen = row.text("unit");
        String code = chosen.equals(FollowUp.EVERYBODY) ? null : chosen;
        String name = units.find(chosen).map(Unit::name).orElse(chosen);
        return new FollowUp(row.text("task"), name, code, row.requiredDate("dueOn"));
    }
}
