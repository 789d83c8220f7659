package nepsong;

import static nepsong.Typing.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nepsong.cycle.WithdrawCycle;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cycle that is withdrawn while everything is under way. */
@JourneyTest
class WithdrawalJourneyTest {

    @Autowired
    Campaign campaign;

    @Autowired
    CycleRecords records;

    @Autowired
    WithdrawCycle withdrawing;

    @Test
    void aConflictIsKeptWhereTheBlocLeavesAWayAndAWithdrawnCycleLeavesNothingOpen() {
        withdrawUnderWay(campaign, records, withdrawing);
    }

    /** For another database as well. */
    static void withdrawUnderWay(Campaign campaign, CycleRecords records, WithdrawCycle withdrawing) {
        String cycle = campaign.start("office");
        campaign.does("office", "draftPlan", value("units", DEPARTMENTS));
        campaign.everybodyDoes("giveOpinion", "decide", "enterIssue", "setUpTeam", "configureCycle");
        campaign.at(HEALTH, "acknowledge", conflict(TOURISM));
        campaign.eachDoes("acknowledge", List.of(TOURISM, EDUCATION, TRANSPORT));
        campaign.everybodyDoes("scoreCriteria", fullMarks());
        campaign.everybodyDoes("approve", "checkCompleteness", "approvePairs", "schedule");
        assertThat(records.pairs()).hasSize(4).doesNotContain("so-y-te>so-du-lich", "so-du-lich>so-y-te");

        assertThat(records.audited(HEALTH)).contains("task.completed", "file.viewed", "scores.self");
        campaign.starts("sodulichCoordinator", "commendation", A_COLLEAGUE_OF_TOURISM);
        assertThat(withdrawing.withdraw(cycle, "Thành phố dừng kiểm tra để phòng chống bão lụt", "director"))
                .isEmpty();
        assertThat(records.unfinished()).isEmpty();
        assertThat(records.nominated()).contains("Trần Thị B: WITHDRAWN");
        assertThat(records.told("cycle.withdrawn")).contains("office", "secretary", "sodulichHead", "soyteCoordinator");
        assertThat(records.told("appointment.called-off")).contains("soyteInspector", "sodulichHead");
    }
}
