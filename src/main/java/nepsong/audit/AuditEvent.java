package nepsong.audit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused. Texts are empty where there is nothing to say; those that are too long are cut.
 *
 * @param action     what, as {@code <of>.<what>} in kebab-case: {@code task.completed}, {@code scores.self}
 * @param actor      id of the person; empty: whoever is logged in or acts in this transaction, else the system
 * @param onBehalfOf id of the person for whom the actor acted
 * @param unit       code of the unit whose affair it is
 * @param subject    what exactly: the key of a form, the id of a person, a path
 * @param reason     the reason that was given, or why it was refused, in Vietnamese
 * @param before     for scores and decisions; names and values that JSON can carry
 * @param after      as {@code before}; never anybody's free text, which is not for every reader of the trail
 */
public record AuditEvent(
        String action,
        String actor,
        String onBehalfOf,
        String cycle,
        String unit,
        String subject,
        String reason,
        Map<String, ?> before,
        Map<String, ?> after) {

    public AuditEvent {
        if (!action.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("an action is named <of>.<what>, not " + action);
        }
    }

    public static AuditEvent of(String action) {
        return new AuditEvent(action, "", "", "", "", "", "", Map.of(), Map.of());
    }

    public AuditEvent by(String person) {
        return new AuditEvent(action, person, onBehalfOf, cycle, unit, subject, reason, before, after);
    }

    public AuditEvent onBehalfOf(String person) {
        return new AuditEvent(action, actor, person, cycle, unit, subject, reason, before, after);
    }

    public AuditEvent in(String itsCycle) {
        return new AuditEvent(action, actor, onBehalfOf, itsCycle, unit, subject, reason, before, after);
    }

    public AuditEvent of(String itsCycle, String itsUnit) {
        return new AuditEvent(action, actor, onBehalfOf, itsCycle, itsUnit, subject, reason, before, after);
    }

    public AuditEvent about(String itsSubject) {
        return new AuditEvent(action, actor, onBehalfOf, cycle, unit, itsSubject, reason, before, after);
    }

    public AuditEvent because(String itsReason) {
        return new AuditEvent(action, actor, onBehalfOf, cycle, unit, subject, itsReason, before, after);
    }

    /** Whatever a substitute did in the transaction of an act, they did for the principal of the act. */
    AuditEvent amid(Collection<AuditEvent> transaction) {
        return !onBehalfOf.isEmpty()
                ? this
                : transaction.stream()
                        .filter(one -> one.action.equals(AuditAction.DELEGATION_ACTED.id()) && one.actor.equals(actor))
                        .findFirst()
                        .map(one -> onBehalfOf(one.onBehalfOf))
                        .orElse(this);
    }

    /** Keeps the values that differ. A value may be null: there was none, or is none any more. */
    public AuditEvent changed(Map<String, ?> from, Map<String, ?> to) {
        return new AuditEvent(
                action, actor, onBehalfOf, cycle, unit, subject, reason, without(from, to), without(to, from));
    }

    /** Whether {@link #changed} found a difference. */
    public boolean isChange() {
        return !before.isEmpty() || !after.isEmpty();
    }

    private static Map<String, ?> without(Map<String, ?> values, Map<String, ?> others) {
        Map<String, @Nullable Object> different = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!others.containsKey(name) || !isSame(value, others.get(name))) {
                different.put(name, plain(value));
            }
        });
        return different;
    }

    /** 2 and not 2.00, whatever column it comes from. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? new BigDecimal(number.stripTrailingZeros().toPlainString())
                : value;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal first && other instanceof BigDecimal second
                ? first.compareTo(second) == 0
                : Objects.equals(one, other);
    }
}
