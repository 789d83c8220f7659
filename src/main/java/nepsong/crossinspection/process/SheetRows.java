package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.catalogue.Criterion;
import nepsong.crossinspection.CrossScore;
import nepsong.crossinspection.Whereabouts;
import nepsong.engine.FormData;
import nepsong.selfassessment.CriterionRow;
import nepsong.selfassessment.OwnFinding;
import nepsong.selfassessment.Reflection;
import nepsong.selfassessment.Sample;
import nepsong.selfassessment.ScorecardRow;
import org.jspecify.annotations.Nullable;

/** The rows of an inspectors' sheet: as they open, and as they come back. */
final class SheetRows {

    private SheetRows() {}

    /** Without what others have given. */
    static Map<String, Object> row(Criterion criterion) {
        Map<String, Object> row = CriterionRow.of(criterion);
        row.put("notApplicable", false);
        return row;
    }

    static Map<String, Object> row(Criterion criterion, ScorecardRow scored) {
        Map<String, Object> row = row(criterion);
        if (scored.self() != null && scored.self().score() != null) {
            row.put("selfScore", scored.self().score());
        }
        return row;
    }

    /** What the unit says about itself beside its scores: the values {@code ownFindings} and {@code proposals}. */
    static Map<String, Object> said(Reflection reflection) {
        return Map.of(
                "ownFindings",
                reflection.findings().stream().map(SheetRows::ownFinding).toList(),
                "proposals",
                reflection.proposals().stream()
                        .map(one -> Map.of("name", one.name(), "achievement", one.achievement()))
                        .toList());
    }

    private static Map<String, Object> ownFinding(OwnFinding found) {
        return Map.of(
                "type", found.type().label(),
                "description", found.description(),
                "remedy", found.remedy(),
                "dueOn", Words.day(found.dueOn()));
    }

    /** Of the second sheet too: it counts nothing, and has one field for what is remarked. */
    static CrossScore read(FormData row) {
        return new CrossScore(
                row.text("code"),
                row.flag("notApplicable"),
                row.textOrNull("naReason"),
                row.number("score").orElse(null),
                note(row),
                new Sample(number(row, "samples"), number(row, "faults")));
    }

    static Whereabouts whereabouts(FormData data) {
        return new Whereabouts(
                data.rows("rooms").stream()
                        .map(room -> Stream.of(room.text("name"), room.text("remark"))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(": "))
                                .replaceAll("\\s+", " "))
                        .toList(),
                data.textOrNull("position"),
                number(data, "accuracy"),
                data.text("accuracyReason"));
    }

    private static @Nullable Integer number(FormData row, String key) {
        return row.number(key).map(BigDecimal::intValueExact).orElse(null);
    }

    /** The reason that a large difference demands and the remark that anybody may make are one note. */
    private static @Nullable String note(FormData row) {
        String note = Stream.of(row.textOrNull("note"), row.textOrNull("remark"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return note.isEmpty() ? null : note;
    }
}
