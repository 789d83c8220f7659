package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nepsong.catalogue.Checklists;
import nepsong.catalogue.Theme;
import nepsong.catalogue.Themes;
import nepsong.cycle.Bloc;
import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.Groups;
import nepsong.organisation.People;
import nepsong.organisation.Person;
import nepsong.organisation.Unit;
import nepsong.organisation.Units;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** What the draft of a plan starts with, so that a person corrects more than types. */
@Component
public class PlanProposal {

    private static final List<LegalBasis> LEGAL_BASES = List.of(
            new LegalBasis(
                    "Quyết định",
                    "522/QĐ-UBND",
                    LocalDate.of(2017, 1, 25),
                    "Quy tắc ứng xử của cán bộ, công chức, viên chức, người lao động trong các cơ quan thuộc thành phố"
                            + " Hà Nội"),
            new LegalBasis(
                    "Quyết định",
                    "1665/QĐ-UBND",
                    LocalDate.of(2017, 3, 10),
                    "Quy tắc ứng xử nơi công cộng trên địa bàn thành phố Hà Nội"));

    private static final String PURPOSE =
            "Đánh giá đúng thực chất việc thực hiện hai Quy tắc ứng xử của thành phố Hà Nội tại các cơ quan, đơn vị;"
                    + " kịp thời biểu dương cách làm hay, chỉ ra tồn tại, hạn chế và nguyên nhân để khắc phục; nâng cao"
                    + " trách nhiệm của người đứng đầu trong xây dựng văn hóa công sở và văn hóa nơi công cộng.";

    private static final String REQUIREMENTS =
            "Các đơn vị tự đánh giá trung thực, có minh chứng; việc kiểm tra chéo khách quan, công khai, đúng bộ tiêu"
                    + " chí, đúng thời gian và không gây phiền hà; tồn tại phát hiện qua kiểm tra được giao thời hạn"
                    + " khắc phục và được xác minh; kết quả xếp loại được công bố và gắn với công tác thi đua, khen"
                    + " thưởng.";

    /** Steps and their working days, one after the other. */
    private static final List<Map.Entry<String, Integer>> STEPS = List.of(
            Map.entry("Ban hành kế hoạch, thành lập đoàn kiểm tra", 25),
            Map.entry("Các đơn vị tự đánh giá", 30),
            Map.entry("Kiểm tra chéo và giải trình", 40),
            Map.entry("Thẩm định, xếp loại, lấy ý kiến dự thảo báo cáo", 25),
            Map.entry("Hội nghị đánh giá, công bố kết quả", 20),
            Map.entry("Xét khen thưởng", 30));

    private final Plans plans;
    private final Cycles cycles;
    private final CycleBefore cycleBefore;
    private final Units units;
    private final People people;
    private final Checklists checklists;
    private final Themes themes;
    private final WorkingCalendar calendar;
    private final Clock clock;

    PlanProposal(
            Plans plans,
            Cycles cycles,
            CycleBefore cycleBefore,
            Units units,
            People people,
            Checklists checklists,
            Themes themes,
            WorkingCalendar calendar,
            Clock clock) {
        this.plans = plans;
        this.cycles = cycles;
        this.cycleBefore = cycleBefore;
        this.units = units;
        this.people = people;
        this.checklists = checklists;
        this.themes = themes;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The draft that was returned, or what a first draft starts with. */
    public Plan propose(String cycleCode) {
        return plans.find(cycleCode).orElseGet(() -> first(cycles.get(cycleCode)));
    }

    /** In the order of the registry. */
    public List<Unit> eligibleUnits(String cycleCode) {
        return units.validOn(cycles.get(cycleCode).firstDay());
    }

    /** Those that can be chosen in a plan: of the newest version, the items common to every place left out. */
    public List<Theme> eligibleThemes() {
        return themes.version(themes.newestVersion()).stream()
                .filter(theme -> !theme.code().equals(Theme.COMMON))
                .toList();
    }

    private Plan first(Cycle cycle) {
        return new Plan(
                cycle.code(),
                cycle.name(),
                "Kế hoạch kiểm tra, đánh giá việc thực hiện hai Quy tắc ứng xử trên địa bàn thành phố Hà Nội năm "
                        + cycle.year(),
                LEGAL_BASES,
                PURPOSE,
                REQUIREMENTS,
                scope(cycle),
                checklists.published().stream()
                        .findFirst()
                        .map(checklist -> checklist.version())
                        .orElse(1),
                eligibleThemes().stream().map(Theme::code).limit(2).toList(),
                milestones(),
                0,
                clock.instant(),
                "");
    }

    /**
     * The units of the cycle before that are still there. Where most of them are gone, or there was none: those who
     * have somebody to answer for them; and where nobody has yet, all.
     */
    private List<String> scope(Cycle cycle) {
        List<String> valid =
                eligibleUnits(cycle.code()).stream().map(Unit::code).toList();
        Set<String> stillThere = new HashSet<>(valid);
        List<String> before = cycleBefore.blocs(cycle.code()).stream()
                .map(Bloc::units)
                .flatMap(List::stream)
                .toList();
        List<String> surviving = before.stream().filter(stillThere::contains).toList();
        if (surviving.size() >= PlanPolicy.FEWEST_UNITS && surviving.size() * 2 >= before.size()) {
            return surviving;
        }
        Map<String, List<Person>> coordinators =
                people.inGroups(valid.stream().map(Groups::coordinatorAt).toList());
        List<String> represented = valid.stream()
                .filter(unit -> coordinators.containsKey(Groups.coordinatorAt(unit)))
                .toList();
        return represented.size() >= PlanPolicy.FEWEST_UNITS ? represented : valid;
    }

    private List<Milestone> milestones() {
        List<Milestone> milestones = new ArrayList<>();
        LocalDate from = calendar.plus(LocalDate.now(clock), 0);
        for (Map.Entry<String, Integer> step : STEPS) {
            LocalDate to = calendar.plus(from, step.getValue());
            milestones.add(new Milestone(step.getKey(), from, to));
            from = calendar.plus(to, 1);
        }
        return milestones;
    }
}
