package nepsong.commendation;

import org.jspecify.annotations.Nullable;

/**
 * What the standing office found when it looked through a nomination.
 *
 * @param checks null where it did not take the nomination up
 * @param reason null where it did
 */
public record Consolidation(String nomination, @Nullable Checks checks, @Nullable String reason) {

    /** What must be so before a nomination goes on the list. */
    public record Checks(boolean dossierComplete, boolean rightSubject, boolean rightAuthority, boolean noDuplicate) {}

    public boolean takenUp() {
        return checks != null;
    }
}
