package nepsong.selfassessment.process;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import nepsong.correction.FindingOptions;
import nepsong.correction.FindingType;
import nepsong.engine.FormData;
import nepsong.engine.Option;
import nepsong.selfassessment.AwardProposal;
import nepsong.selfassessment.OwnFinding;
import nepsong.selfassessment.Reflection;

/** What a unit says beside its scores, in forms: rows to fill in for its coordinator, and to read for others. */
final class ReflectionView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private ReflectionView() {}

    static Map<String, Object> open(Reflection reflection) {
        return Map.of(
                "typeOptions",
                FindingOptions.TYPES.stream()
                        .map(choice -> new Option(choice.value(), choice.label()))
                        .toList(),
                "ownFindings",
                reflection.findings().stream()
                        .map(one -> Map.of(
                                "type", one.type().name(),
                                "dueOn", one.dueOn(),
                                "description", one.description(),
                                "remedy", one.remedy()))
                        .toList(),
                "proposals",
                reflection.proposals().stream()
                        .map(one -> Map.of("name", one.name(), "achievement", one.achievement()))
                        .toList());
    }

    static Map<String, Object> show(Reflection reflection) {
        return Map.of(
                "ownFindings",
                reflection.findings().stream()
                        .map(one -> Map.of(
                                "type", one.type().label(),
                                "dueOn", DAY.format(one.dueOn()),
                                "description", one.description(),
                                "remedy", one.remedy()))
                        .toList(),
                "proposals",
                reflection.proposals().stream()
                        .map(one -> Map.of("name", one.name(), "achievement", one.achievement()))
                        .toList());
    }

    static Reflection read(FormData data) {
        return new Reflection(
                data.rows("ownFindings").stream()
                        .map(row -> new OwnFinding(
                                FindingType.valueOf(row.text("type")),
                                row.text("description"),
                                row.text("remedy"),
                                row.requiredDate("dueOn")))
                        .toList(),
                data.rows("proposals").stream()
                        .map(row -> new AwardProposal(row.text("name"), row.text("achievement")))
                        .toList());
    }
}
