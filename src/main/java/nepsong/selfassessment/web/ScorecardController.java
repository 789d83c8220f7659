package nepsong.selfassessment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import nepsong.selfassessment.ReadScorecard;
import nepsong.selfassessment.ScorecardRow;
import nepsong.selfassessment.SelfScore;
import nepsong.selfassessment.UnitChecklist;
import nepsong.selfassessment.UnitChecklists;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A unit's scorecard for programs: per criterion the three scores and the notes. */
@RestController
class ScorecardController {

    private final ReadScorecard scorecard;
    private final UnitChecklists checklists;

    ScorecardController(ReadScorecard scorecard, UnitChecklists checklists) {
        this.scorecard = scorecard;
        this.checklists = checklists;
    }

    @GetMapping("/api/units/{unit}/scorecard")
    Scorecard scorecard(@PathVariable String unit, @RequestParam String cycle, Principal principal) {
        List<ScorecardRow> rows = scorecard
                .read(cycle, unit, principal.getName())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Không có phiếu chấm của đơn vị này cho người đang đăng nhập."));
        UnitChecklist checklist = checklists.of(cycle, unit);
        return new Scorecard(
                cycle, unit, rows.stream().map(row -> Row.of(row, checklist)).toList());
    }

    record Scorecard(String cycle, String unit, List<Row> criteria) {}

    record Row(
            String code,
            String set,
            String group,
            String text,
            BigDecimal max,
            @Nullable BigDecimal selfScore,
            @Nullable BigDecimal crossScore,
            @Nullable BigDecimal finalScore,
            @JsonUnwrapped Details details) {

        static Row of(ScorecardRow row, UnitChecklist checklist) {
            var criterion = checklist.get(row.criterion());
            SelfScore self = row.self();
            var cross = row.cross();
            return new Row(
                    row.criterion(),
                    criterion.set().code(),
                    criterion.group(),
                    criterion.text(),
                    criterion.max(),
                    self == null ? null : self.score(),
                    cross == null ? null : cross.score(),
                    row.finalScore(),
                    Details.of(row));
        }
    }

    /**
     * What stands behind the scores. The unit counts what meets a ratio's criterion, otherwise the faults, and out of how
     * many; the inspectors say how many they looked at and how many of these were not as they ought to be.
     */
    record Details(
            @Nullable Boolean selfNotApplicable,
            @Nullable String selfNaReason,
            @Nullable String selfNote,
            @Nullable Integer selfCounted,
            @Nullable Integer selfTotal,
            @Nullable String evidence,
            @Nullable Boolean crossNotApplicable,
            @Nullable String crossNaReason,
            @Nullable String crossNote,
            @Nullable Integer crossSamples,
            @Nullable Integer crossFaults,
            @Nullable Boolean agreed,
            @Nullable String explanation,
            @Nullable BigDecimal proposedScore,
            @Nullable String answer,
            @Nullable String answerReason,
            @Nullable Boolean finalNotApplicable,
            @Nullable BigDecimal appealedScore,
            @Nullable String appealReason) {

        static Details of(ScorecardRow row) {
            SelfScore self = row.self();
            var cross = row.cross();
            var dispute = row.dispute();
            return new Details(
                    self == null ? null : self.notApplicable(),
                    self == null ? null : self.naReason(),
                    self == null ? null : self.note(),
                    self == null ? null : self.figures().counted(),
                    self == null ? null : self.figures().total(),
                    self == null ? null : self.evidence().cited(),
                    cross == null ? null : cross.notApplicable(),
                    cross == null ? null : cross.naReason(),
                    cross == null ? null : cross.note(),
                    cross == null ? null : cross.sample().size(),
                    cross == null ? null : cross.sample().faults(),
                    dispute == null ? null : dispute.agreed(),
                    dispute == null ? null : dispute.explanation(),
                    dispute == null ? null : dispute.proposedScore(),
                    dispute == null ? null : dispute.answer(),
                    dispute == null ? null : dispute.answerReason(),
                    row.finalNotApplicable(),
                    row.appealedScore(),
                    row.appealReason());
        }
    }
}
