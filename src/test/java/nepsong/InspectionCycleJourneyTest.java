package nepsong;

import static nepsong.Typing.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The story of one small cycle, a good place to begin reading: three departments, three districts, and what befalls them. */
@JourneyTest
class InspectionCycleJourneyTest {

    @Autowired
    Campaign campaign;

    @Autowired
    CycleRecords records;

    @Test
    void sixUnitsGoFromThePlanToTheAward() {
        if (everybodyIsWordy()) {
            campaign.everybodyIsWordy();
        }
        campaign.start("office");
        campaign.does("office", "draftPlan", value("units", ALL));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");

        // Self-assessment: one unit declares a conflict, one is late and has to supplement, Quận Tây Hồ never answers.
        campaign.at(HEALTH, "acknowledge", conflict(TOURISM));
        campaign.eachDoes("acknowledge", List.of(TOURISM, EDUCATION, BA_DINH, HOAN_KIEM));
        campaign.eachDoes("scoreCriteria", ALL_BUT_TAY_HO, fullMarks());
        campaign.eachDoes("approve", List.of(TOURISM, EDUCATION, HEALTH, BA_DINH));
        campaign.passesWorkingDays(TO_SUBMIT + 6);
        campaign.at(HOAN_KIEM, "approve", form -> {});
        campaign.at(HOAN_KIEM, "checkCompleteness", decision("supplement").andThen(oneRow("missing", A_MISSING_PAGE)));
        campaign.everybodyDoes("supplement", "checkCompleteness");
        assertThat(records.told("self-assessment.closed")).containsExactly("qtayhoCoordinator", "qtayhoHead");

        // Pairing: among three units any two meet, so the conflict cannot be kept; the head of team has to say why.
        assertThat(campaign.isRefused("headOfTeam", "approvePairs", "khoi-1", value("relaxationReason", "")))
                .contains("Lý do chấp nhận nới quy tắc");
        campaign.everybodyDoes("approvePairs", "schedule");
        assertThat(records.pairs()).hasSize(6).doesNotHaveDuplicates();

        // Cross-inspection: a score is disputed up to the head of team, a finding is corrected and corrected again.
        campaign.at(TOURISM, "inspect", fullMarks().andThen(score("CS-A1", 2)));
        campaign.at(EDUCATION, "inspect", fullMarks().andThen(score("CS-E1", 3)).andThen(score("CS-F1", 3)));
        campaign.at(BA_DINH, "inspect", fullMarks().andThen(oneRow("findings", A_FADED_BOARD)));
        campaign.everybodyDoes("inspect", fullMarks());
        campaign.everybodyDoes("writeMinutes");
        campaign.at(TOURISM, "explain", inRow("criteria", "CS-A1", "agreed", false));
        campaign.at(TOURISM, "approveExplanation", decision("approve"));
        campaign.at(TOURISM, "answer", inRow("criteria", "CS-A1", "decision", "reject"));
        campaign.at(TOURISM, "settle", inRow("criteria", "CS-A1", "finalScore", 3));
        campaign.everybodyDoes("explain", "approveExplanation", "assignCorrection", "reportCorrection");
        campaign.at(BA_DINH, "verifyCorrection", decision("reopen"));
        campaign.everybodyDoes("reportCorrection", "verifyCorrection");
        assertThat(records.findings()).containsExactly("q-ba-dinh TT-1: closed, reopened 1");

        // Evaluation: an appeal is reviewed by two people not involved and granted, and the ranks change.
        campaign.everybodyDoes("appraise", "draftReport", "giveOpinion", "callConference", "holdConference", "publish");
        assertThat(records.result(EDUCATION)).isEqualTo("GOOD, rank 3, QUOTA");
        campaign.at(EDUCATION, "considerResult", appealAgainst("CS-E1", "CS-F1"));
        campaign.eachOf(REVIEWERS, "reviewAppeal", EDUCATION, inEveryRow("criteria", "proposedScore", 4));
        campaign.everybodyDoes("decideAppeal", "considerResult");
        assertThat(ALL.stream().map(records::result))
                .startsWith("GOOD, rank 3, QUOTA", "EXCELLENT, rank 1", "GOOD, rank 2, QUOTA")
                .endsWith("EXCELLENT, rank 1", "FAIR, rank 2, V2", "POOR, rank 3, V1");
        assertThat(records.scores(TOURISM, "CS-A1")).isEqualTo("self 4, cross 2, final 3, appealed -");
        assertThat(records.scores(EDUCATION, "CS-E1")).isEqualTo("self 4, cross 3, final 3, appealed 4");

        // Commendation: the best unit is awarded, a person whose deed was rewarded before is refused.
        campaign.does("office", "selectNominees", onlyRow("nominees", EDUCATION, "nominate"));
        campaign.starts("qbadinhCoordinator", "commendation", A_COLLEAGUE_OF_BA_DINH);
        campaign.everybodyDoes("confirmByUnit", UNANIMOUS);
        campaign.everybodyDoes("consolidate");
        campaign.at(campaign.lastStarted(), "appraise", value("sameAchievementAwarded", true));
        campaign.everybodyDoes("appraise", "vote", "decide", "publish");
        assertThat(records.nominated()).containsExactly("Sở Giáo dục và Đào tạo: AWARDED", "Nguyễn Văn A: INELIGIBLE");
        assertThat(records.told("commendation.outcome")).contains("qbadinhCoordinator", "sogiaoducvadaotaoHead");

        // What the conference gave the units to do outlives the cycle; one report is given back.
        campaign.everybodyDoes("report");
        campaign.at(HOAN_KIEM, "accept", decision("return"));
        campaign.everybodyDoes("report", "accept");
        assertThat(records.unfinished()).isEmpty();
        if (everybodyIsWordy()) {
            assertThat(records.columnsOfLongTexts()).hasSizeGreaterThan(28);
        }
    }

    /** Whether long texts are as long as they may be: once is enough, and it takes its time. */
    boolean everybodyIsWordy() {
        return true;
    }
}
