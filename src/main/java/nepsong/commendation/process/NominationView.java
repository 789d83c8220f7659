package nepsong.commendation.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardAppraisals;
import nepsong.commendation.AwardRecords;
import nepsong.commendation.Confirmation;
import nepsong.commendation.Gender;
import nepsong.commendation.Nomination;
import nepsong.commendation.Nominations;
import nepsong.commendation.Posting;
import nepsong.commendation.Postings;
import nepsong.commendation.Subject;
import nepsong.cycle.Affair;
import nepsong.delegation.StandIns;
import nepsong.engine.FormTask;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.Paper;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every form about a nomination shows of it. */
@Component
class NominationView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Nominations nominations;
    private final AwardRecords records;
    private final AwardAppraisals appraisals;
    private final Postings postings;
    private final Units units;
    private final People people;
    private final StandIns standIns;
    private final EvidencePieces papers;

    NominationView(
            Nominations nominations,
            AwardRecords records,
            AwardAppraisals appraisals,
            Postings postings,
            Units units,
            People people,
            StandIns standIns,
            EvidencePieces papers) {
        this.papers = papers;
        this.standIns = standIns;
        this.nominations = nominations;
        this.records = records;
        this.appraisals = appraisals;
        this.postings = postings;
        this.units = units;
        this.people = people;
    }

    Nomination nomination(FormTask task) {
        return nominations.get(task.text("nomination"));
    }

    Map<String, Object> card(Nomination nomination) {
        Subject subject = nomination.subject();
        Achievement achievement = nomination.achievement();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("code", nomination.id());
        shown.put("subject", subject.type().title());
        shown.put("name", named(subject));
        String unit = unitName(nomination.unit());
        shown.put("unitName", unit);
        // A unit is where it is.
        shown.put("address", subject.address().equals(unit) ? "" : subject.address());
        shown.put("awardFormText", nomination.proposed().title());
        shown.put("period", day(achievement.from()) + " – " + day(achievement.to()));
        shown.put("deedDateText", achievement.deedOn() == null ? "" : day(achievement.deedOn()));
        shown.put(
                "proposedBy",
                nomination.cycle() == null
                        ? name(nomination.proposedBy())
                        : standIns.author(
                                nomination.proposedBy(),
                                Affair.ofCycle(nomination.cycle()),
                                "inspection-cycle.select-nominees"));
        shown.put("consentText", nomination.consentOn() == null ? "chưa" : "có, ngày " + day(nomination.consentOn()));
        shown.put("pressText", Objects.requireNonNullElse(achievement.pressLink(), "không có"));
        shown.put("achievementText", achievement.text());
        return shown;
    }

    private static String named(Subject subject) {
        Gender gender = subject.gender();
        Integer born = subject.birthYear();
        String known = Stream.of(
                        gender == null ? "" : gender.title().toLowerCase(Locale.ROOT),
                        born == null ? "" : "sinh năm " + born)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? subject.name() : subject.name() + " (" + known + ")";
    }

    String unitName(String unit) {
        return units.find(unit).map(Unit::name).orElse(unit);
    }

    String confirmation(Nomination nomination) {
        return records.confirmation(nomination.id())
                .map(said -> said.inFavour() + "/" + said.present() + " người có mặt đồng ý ("
                        + said.percentInFavour().toPlainString().replace('.', ',') + "%), hội đồng có "
                        + said.members() + " thành viên")
                .orElse("chưa có");
    }

    String papers(Nomination nomination) {
        return records.confirmation(nomination.id()).map(Confirmation::papers).orElse("không nêu");
    }

    /** How many files the unit brought, in words and as a number. */
    Map<String, Object> files(Nomination nomination) {
        int count = papers.of(
                        NominationEvidence.dossier(nomination),
                        NominationEvidence.file().stream().map(Paper::kind).toList())
                .size();
        return Map.of("files", count == 0 ? "không có" : String.valueOf(count), "fileCount", count);
    }

    /** What the nominated were awarded before, as far as it is known here: the same name in the same unit. */
    String earlierAwards(Nomination nomination) {
        return joined(nominations.namesakesOf(nomination).stream()
                .filter(other -> other.state().isAward())
                .map(other ->
                        other.award().title() + " (" + other.achievement().to().getYear() + ")")
                .toList());
    }

    String lastAppraisal(Nomination nomination) {
        return appraisals.last(nomination.id()).map(NominationView::line).orElse("chưa có");
    }

    /** What was lacking when it was last appraised. */
    String request(Nomination nomination) {
        return appraisals.last(nomination.id()).map(one -> one.reason()).orElse("chưa có");
    }

    /** Since when it was posted and what was said of it, with names. */
    String posting(Nomination nomination) {
        return postings.of(nomination.id())
                .map(posting -> "từ "
                        + day(posting.postedAt().atZone(WorkingCalendar.ZONE).toLocalDate()) + " đến "
                        + day(posting.endsAt().atZone(WorkingCalendar.ZONE).toLocalDate()) + ". Ý kiến nhận được: "
                        + joined(postings.comments(posting.nomination()).stream()
                                .map(this::said)
                                .toList()))
                .orElse("không niêm yết");
    }

    private String name(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private String said(Posting.Comment comment) {
        return name(comment.writtenBy()) + ": “" + comment.text() + "”";
    }

    String earlierAppraisals(Nomination nomination) {
        return joined(appraisals.of(nomination.id()).stream()
                .map(NominationView::line)
                .toList());
    }

    String notes(Nomination nomination) {
        return joined(appraisals.notes(nomination.id()));
    }

    private static String line(AwardAppraisals.Line line) {
        String remark = line.remark();
        String title = line.eligibility().title();
        return (line.reason().startsWith(title) ? line.reason() : title + " – " + line.reason()) + " ("
                + day(line.appraisedAt().atZone(WorkingCalendar.ZONE).toLocalDate()) + ")"
                + (remark == null ? "" : ". Ý kiến thẩm định: " + remark);
    }

    static String joined(List<String> lines) {
        return lines.isEmpty() ? "không có" : String.join("; ", lines);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "không nêu" : DAY.format(day);
    }
}
