package nepsong.engine;

import java.util.List;
import java.util.stream.Collectors;
import nepsong.cycle.Refusal;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A submission that was not accepted. The task stays open and nothing was stored; the message tells the person in
 * Vietnamese which row and field to mend.
 */
public class FormRefusedException extends FormFieldValidationException {

    private static final int MOST_LINES = 12;

    private final transient List<Refusal> refusals;

    public FormRefusedException(List<Refusal> refusals) {
        this(refusals, message(refusals));
    }

    private FormRefusedException(List<Refusal> refusals, String message) {
        super(refusals, message);
        this.refusals = List.copyOf(refusals);
    }

    /** Where nothing was filled in that could be mended: the reason alone. */
    static FormRefusedException because(String reason) {
        return new FormRefusedException(List.of(Refusal.of("", reason)), reason);
    }

    /** What was sent was wrong, not where it went: a trace says nothing and costs much. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    private static String message(List<Refusal> refusals) {
        String lines = refusals.stream()
                .limit(MOST_LINES)
                .map(refusal -> "• " + (refusal.row() == null ? "" : "Dòng " + refusal.row() + ": ") + refusal.reason())
                .collect(Collectors.joining("\n"));
        int more = refusals.size() - MOST_LINES;
        return "Chưa gửi được, đề nghị sửa:\n" + lines + (more > 0 ? "\n… và " + more + " chỗ khác." : "");
    }
}
