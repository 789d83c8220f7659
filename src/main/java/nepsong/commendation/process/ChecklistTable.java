package nepsong.commendation.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nepsong.commendation.AwardAppraisals;
import nepsong.commendation.AwardRecords;
import nepsong.commendation.Consolidation;
import nepsong.commendation.FoundFacts;
import nepsong.commendation.Nomination;
import nepsong.commendation.OpinionState;
import org.springframework.stereotype.Component;

/** What was ticked of a nomination when it was consolidated and appraised, side by side, for those who go by it. */
@Component
class ChecklistTable {

    private static final String NOT_YET = "chưa thẩm định";
    private static final String NOT_ASKED = "–";

    private final AwardRecords records;
    private final AwardAppraisals appraisals;

    ChecklistTable(AwardRecords records, AwardAppraisals appraisals) {
        this.records = records;
        this.appraisals = appraisals;
    }

    /** Rows of {@code item}, {@code consolidated}, {@code appraised}. */
    List<Map<String, Object>> of(Nomination nomination) {
        Optional<Consolidation.Checks> ticked =
                records.consolidation(nomination.id()).map(Consolidation::checks);
        Optional<AwardAppraisals.Line> last = appraisals.last(nomination.id());
        Optional<FoundFacts> found = last.map(AwardAppraisals.Line::facts);
        return List.of(
                row("Đủ hồ sơ", ticked.map(Consolidation.Checks::dossierComplete), last.map(line -> line.eligibility()
                        .goesToVote())),
                row(
                        "Đúng đối tượng",
                        ticked.map(Consolidation.Checks::rightSubject),
                        found.map(facts -> !facts.wrongSubject())),
                row(
                        "Đúng thẩm quyền",
                        ticked.map(Consolidation.Checks::rightAuthority),
                        found.map(facts -> !facts.wrongAuthority())),
                row(
                        "Không trùng thành tích đã được khen",
                        ticked.map(Consolidation.Checks::noDuplicate),
                        found.map(facts -> !facts.sameAchievementAwarded())),
                appraised("Không đang xem xét kỷ luật", found.map(facts -> !facts.underDiscipline())),
                appraised("Không bị điều tra, thanh tra", found.map(facts -> !facts.underInvestigation())),
                appraised("Không có đơn thư đang xác minh", found.map(facts -> !facts.complaintBeingVerified())),
                appraised(
                        "Không có vấn đề báo chí nêu đang xác minh",
                        found.map(facts -> !facts.pressReportBeingVerified())),
                opinion("Ý kiến công an, thuế (doanh nghiệp)", found.map(FoundFacts::policeTaxOpinion)),
                opinion("Hiệp y", found.map(FoundFacts::consultation)));
    }

    /** All four hold where it was taken up at all. */
    String consolidated(Nomination nomination) {
        return records.consolidation(nomination.id())
                .map(Consolidation::checks)
                .map(checks -> "đủ hồ sơ, đúng đối tượng, đúng thẩm quyền, không trùng thành tích đã được khen")
                .orElse("chưa ghi");
    }

    private static Map<String, Object> appraised(String item, Optional<Boolean> good) {
        return row(item, NOT_ASKED, good.map(ChecklistTable::said).orElse(NOT_YET));
    }

    private static Map<String, Object> opinion(String item, Optional<OpinionState> state) {
        return row(item, NOT_ASKED, state.map(OpinionState::title).orElse(NOT_YET));
    }

    private static Map<String, Object> row(String item, Optional<Boolean> ticked, Optional<Boolean> good) {
        return row(
                item,
                ticked.map(ChecklistTable::said).orElse(NOT_ASKED),
                good.map(ChecklistTable::said).orElse(NOT_YET));
    }

    private static Map<String, Object> row(String item, String consolidated, String appraised) {
        return Map.of("item", item, "consolidated", consolidated, "appraised", appraised);
    }

    private static String said(boolean good) {
        return good ? "đạt" : "chưa đạt";
    }
}
