package nepsong.demonstration;

import static nepsong.demonstration.LastYear.CYCLE;
import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.directive.BlocProposal;
import nepsong.directive.Milestone;
import nepsong.directive.Plan;
import nepsong.directive.PlanProposal;
import nepsong.directive.Plans;
import nepsong.directive.Team;
import nepsong.directive.TeamMember;
import nepsong.directive.Teams;
import nepsong.directive.WorkingGroup;
import nepsong.directive.WorkingGroup.Charge;
import nepsong.organisation.Demonstration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stage 1 of the finished cycle: the plan as the application proposes one, signed, and the cycle configured by it. */
@Component
class PastDirective {

    private static final List<Milestone> MILESTONES = List.of(
            new Milestone("Ban hành kế hoạch, thành lập đoàn kiểm tra", LastYear.STARTED, LastYear.CONFIGURED),
            new Milestone("Các đơn vị tự đánh giá", LastYear.day(3, 11), LastYear.day(5, 5)),
            new Milestone("Kiểm tra chéo và giải trình", LastYear.day(5, 6), LastYear.day(6, 30)),
            new Milestone("Thẩm định, xếp loại, lấy ý kiến dự thảo báo cáo", LastYear.day(7, 1), LastYear.ANSWERED),
            new Milestone("Hội nghị đánh giá, công bố kết quả", LastYear.day(8, 8), LastYear.CONCLUDED),
            new Milestone("Xét khen thưởng", LastYear.day(9, 13), LastYear.FINISHED));

    private static final String DUTIES =
            "Tổ chức kiểm tra chéo giữa các đơn vị trong khối, thẩm định kết quả tự đánh giá, tổng hợp báo cáo và đề nghị"
                    + " khen thưởng.";

    private final Cycles cycles;
    private final PlanProposal proposal;
    private final Plans plans;
    private final BlocProposal blocs;
    private final Teams teams;
    private final TableRows tables;
    private final JdbcClient jdbc;

    PastDirective(
            Cycles cycles,
            PlanProposal proposal,
            Plans plans,
            BlocProposal blocs,
            Teams teams,
            TableRows tables,
            JdbcClient jdbc) {
        this.cycles = cycles;
        this.proposal = proposal;
        this.plans = plans;
        this.blocs = blocs;
        this.teams = teams;
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /** @return the cycle's blocs */
    List<Bloc> write() {
        cycles.add(new Cycle(
                CYCLE,
                LastYear.YEAR,
                LastYear.NAME,
                null,
                null,
                at(LastYear.STARTED).toInstant(),
                "office",
                null,
                null,
                null));
        Plan plan = plan(proposal.propose(CYCLE));
        plans.save(plan);
        signed();
        List<Bloc> proposed = blocs.propose(CYCLE);
        teams.add(team(proposed), "office");
        cycles.configure(new Cycles.Configuration(CYCLE, plan.checklistVersion(), null, proposed, Map.of()));
        jdbc.sql("update teams set set_up_at = ? where cycle = ?")
                .params(at(LastYear.TEAM), CYCLE)
                .update();
        jdbc.sql("update cycles set configured_at = ? where code = ?")
                .params(at(LastYear.CONFIGURED), CYCLE)
                .update();
        return proposed;
    }

    private static Plan plan(Plan proposed) {
        return new Plan(
                CYCLE,
                proposed.name(),
                proposed.summary(),
                proposed.legalBases(),
                proposed.purpose(),
                proposed.requirements(),
                List.copyOf(Demonstration.units().keySet()),
                proposed.checklistVersion(),
                proposed.themes(),
                MILESTONES,
                1,
                at(LastYear.DRAFTED).toInstant(),
                "office");
    }

    private void signed() {
        List<@Nullable Object[]> opinions = new ArrayList<>();
        LastYear.TEAM_MEMBERS
                .subList(0, 3)
                .forEach(member -> opinions.add(
                        row(CYCLE, 1, member, member, true, "Nhất trí với dự thảo.", at(LastYear.OPINIONS))));
        tables.insert("plan_opinions", "cycle, round, seat, given_by, agrees, text, given_at", opinions);
        tables.insert(
                "plan_decisions",
                "cycle, round, decision, decided_by, decided_at",
                List.<@Nullable Object[]>of(row(CYCLE, 1, "approve", "director", at(LastYear.DECIDED))));
        tables.insert(
                "directives",
                "cycle, document_number, document_symbol, issued_on, entered_by, entered_at",
                List.<@Nullable Object[]>of(
                        row(CYCLE, 18, "KH-SVHTT", LastYear.ISSUED, "office", at(LastYear.ISSUED))));
    }

    private static Team team(List<Bloc> blocs) {
        return new Team(
                CYCLE,
                "headOfTeam",
                List.of(),
                List.of("secretary"),
                List.of(
                        new TeamMember("member1", "Ủy ban Mặt trận Tổ quốc"),
                        new TeamMember("member2", "Sở Nội vụ"),
                        new TeamMember("member3", null),
                        new TeamMember("member4", null),
                        new TeamMember("member5", null)),
                List.of("manager"),
                List.of(
                        new WorkingGroup(
                                "Tổ 1", "member1", List.of("member2", "member3"), charges(blocs.subList(0, 1)), ""),
                        new WorkingGroup(
                                "Tổ 2",
                                "secretary",
                                List.of("member4", "member5"),
                                charges(blocs.subList(1, blocs.size())),
                                "")),
                DUTIES,
                LastYear.TEAM,
                LastYear.day(12, 31),
                35,
                "QĐ-SVHTT",
                LastYear.TEAM);
    }

    private static List<Charge> charges(List<Bloc> blocs) {
        return blocs.stream().map(bloc -> new Charge(bloc.code(), bloc.name())).toList();
    }
}
