package nepsong.evidence;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose papers a file is among: a unit's in a cycle, those of a cycle as a whole, or a nomination's. A part is empty where
 * there is none of it: a nomination need not be made in a cycle.
 *
 * @param unit       of a nomination the one that answers for it
 * @param nomination its id
 */
public record Dossier(String cycle, String unit, String nomination) {

    public Dossier {
        if (nomination.isEmpty() ? cycle.isEmpty() : unit.isEmpty()) {
            throw new IllegalArgumentException("nobody's papers");
        }
    }

    public static Dossier ofUnit(String cycle, String unit) {
        return new Dossier(cycle, unit, "");
    }

    public static Dossier ofCycle(String cycle) {
        return new Dossier(cycle, "", "");
    }

    public static Dossier ofNomination(String nomination, String unit, @Nullable String cycle) {
        return new Dossier(Objects.requireNonNullElse(cycle, ""), unit, nomination);
    }

    public boolean isOfUnit() {
        return nomination.isEmpty() && !unit.isEmpty();
    }

    public boolean isOfCycle() {
        return nomination.isEmpty() && unit.isEmpty();
    }

    public boolean isOfNomination() {
        return !nomination.isEmpty();
    }
}
