package nepsong.commendation.web;

import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nepsong.commendation.CommentOnNomination;
import nepsong.commendation.Nomination;
import nepsong.commendation.NominationState;
import nepsong.commendation.Nominations;
import nepsong.commendation.OutcomeReasons;
import nepsong.commendation.Posting;
import nepsong.commendation.Postings;
import nepsong.cycle.Refusal;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.ReadPapers;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is nominated and posted, for everybody who works here, and what they have to say of it. */
@Controller
@RequestMapping("/postings")
class PostingPage {

    private static final Set<EvidenceKind> PAPERS = EnumSet.of(EvidenceKind.AWARD_DECISION, EvidenceKind.AWARD_PHOTO);
    private static final int MOST_PAPERS = 60;

    private final Postings postings;
    private final Nominations nominations;
    private final OutcomeReasons reasons;
    private final Units units;
    private final CommentOnNomination comment;
    private final Clock clock;
    private final ReadPapers papers;

    PostingPage(
            Postings postings,
            Nominations nominations,
            OutcomeReasons reasons,
            Units units,
            CommentOnNomination comment,
            Clock clock,
            ReadPapers papers) {
        this.papers = papers;
        this.postings = postings;
        this.nominations = nominations;
        this.reasons = reasons;
        this.units = units;
        this.comment = comment;
        this.clock = clock;
    }

    @GetMapping
    String list(Principal person, Model model) {
        model.addAttribute("awards", awards(person.getName()));
        model.addAttribute(
                "postings",
                postings.open(clock.instant()).stream().map(this::entry).toList());
        model.addAttribute("own", own(nominations.proposedBy(person.getName())));
        model.addAttribute("zone", WorkingCalendar.ZONE);
        return "posting-list";
    }

    @PostMapping("/{nomination}/comments")
    String comment(
            @PathVariable String nomination,
            @RequestParam(defaultValue = "") String text,
            Principal person,
            RedirectAttributes next) {
        Optional<Refusal> refusal =
                comment.comment(nomination, text, person.getName()).stream().findFirst();
        if (refusal.isPresent()) {
            next.addFlashAttribute("refusal", refusal.get().reason());
            next.addFlashAttribute("typed", text);
            next.addFlashAttribute("typedOn", nomination);
        } else {
            next.addFlashAttribute(
                    "done", "Đã ghi ý kiến. Hội đồng và lãnh đạo Thành phố sẽ đọc trước khi quyết định.");
        }
        return "redirect:/postings";
    }

    private List<Award> awards(String person) {
        return papers.ofNominations(PAPERS, MOST_PAPERS, person).entrySet().stream()
                .map(one -> award(nominations.get(one.getKey()), one.getValue()))
                .filter(one -> one.state() == NominationState.AWARDED)
                .toList();
    }

    /** Whoever made a nomination follows it, though the unit's file may be closed to them. */
    private List<Own> own(List<Nomination> made) {
        Map<String, String> why = reasons.of(made);
        return made.stream()
                .map(one -> new Own(one, unitName(one), why.getOrDefault(one.id(), "")))
                .toList();
    }

    /** A posting ends; this stays, so only who agreed is named. */
    private Award award(Nomination nomination, List<Evidence> pieces) {
        return new Award(
                isOpen(nomination)
                        ? nomination.subject().name()
                        : nomination.subject().type().title(),
                unitName(nomination),
                nomination.award().title(),
                nomination.state(),
                pieces);
    }

    private static boolean isOpen(Nomination nomination) {
        return nomination.subject().isCollective() || nomination.consentOn() != null;
    }

    private String unitName(Nomination nomination) {
        return units.find(nomination.unit()).map(Unit::name).orElse(nomination.unit());
    }

    private Entry entry(Posting posting) {
        Nomination nomination = nominations.get(posting.nomination());
        return new Entry(
                posting,
                nomination.subject().name(),
                nomination.subject().type().title(),
                unitName(nomination),
                nomination.award().title(),
                isOpen(nomination) ? nomination.achievement().text() : null,
                postings.comments(posting.nomination()).size());
    }

    /** @param reason why it stopped or needs more; empty where it goes on */
    record Own(Nomination nomination, String unit, String reason) {}

    /** What was awarded, with its signed decision and published photos. */
    record Award(String name, String unit, String award, NominationState state, List<Evidence> papers) {}

    /**
     * What is posted of a nomination.
     *
     * @param achievement null where the person has not agreed that it is told
     */
    record Entry(
            Posting posting,
            String name,
            String subject,
            String unit,
            String award,
            @Nullable String achievement,
            int comments) {}
}
