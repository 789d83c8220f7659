package nepsong.catalogue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.OneAtATime;
import nepsong.organisation.Seen;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator enters what the City has decided; the trail has every change with what was there before, and why. */
@Component
public class ChangeParameter {

    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 500;

    private final JdbcParameters parameters;
    private final AuditTrail trail;
    private final OneAtATime turns;
    private final Clock clock;

    ChangeParameter(JdbcParameters parameters, AuditTrail trail, OneAtATime turns, Clock clock) {
        this.parameters = parameters;
        this.trail = trail;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * @param typed  a number, with a comma or a dot before its decimals
     * @param seen   the mark of the value that the page showed
     * @param by     id of the administrator
     * @return why nothing was changed, as Vietnamese sentences that name the field
     */
    @Transactional
    public List<String> change(Parameter parameter, String typed, String reason, String seen, String by) {
        String why = TypedText.of(reason);
        turns.forAdministrators();
        Parameters.Entry now = parameters.entry(parameter);
        BigDecimal value = number(typed);
        // A second click finds its own value.
        if (value != null
                && value.compareTo(now.value()) == 0
                && why.equals(now.reason())
                && by.equals(now.changedBy())) {
            return List.of();
        }
        List<String> refusals = new ArrayList<>();
        if (Seen.isStale(seen, now)) {
            refusals.add("%s: người khác vừa đổi thành %s (%s). Hãy xem lại, rồi lưu lần nữa nếu vẫn muốn thay."
                    .formatted(parameter.title(), plain(now.value()), now.reason()));
        }
        if (value == null || !parameter.takes(value)) {
            refusals.add("%s: hãy nhập một số từ %s đến %s, theo bước %s."
                    .formatted(
                            parameter.title(),
                            plain(parameter.lowest()),
                            plain(parameter.highest()),
                            plain(parameter.step())));
        }
        int length = TypedText.length(why);
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            refusals.add("Căn cứ, lý do: hãy ghi từ 20 đến 500 ký tự (hiện có %d).".formatted(length));
        }
        if (value != null && refusals.isEmpty()) {
            BigDecimal before = now.value();
            parameters.save(parameter, value, why, by, clock.instant());
            trail.record(AuditEvent.of("parameter.changed")
                    .about(parameter.code())
                    .because(why)
                    .changed(Map.of("value", plain(before)), Map.of("value", plain(value))));
        }
        return refusals;
    }

    private static @Nullable BigDecimal number(String typed) {
        String plain = typed.strip().replace(',', '.');
        return plain.matches("\\d{1,5}(\\.\\d{1,2})?") ? new BigDecimal(plain) : null;
    }

    /** As Vietnamese is written: a comma before the decimals, and none where there are none. */
    public static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
