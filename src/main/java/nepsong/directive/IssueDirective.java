package nepsong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The standing office enters the number and day that the registry gave to the signed plan. */
@Component
public class IssueDirective {

    private final Plans plans;
    private final Directives directives;
    private final Clock clock;

    IssueDirective(Plans plans, Directives directives, Clock clock) {
        this.plans = plans;
        this.directives = directives;
        this.clock = clock;
    }

    @Transactional
    public List<Refusal> issue(Directive directive) {
        LastDraft draft = plans.lastDraft(directive.cycle());
        if (directive.issuedOn().isAfter(LocalDate.now(clock))) {
            return List.of(Refusal.of("issuedOn", "Ngày ban hành không được sau hôm nay"));
        }
        if (directive.issuedOn().isBefore(draft.draftedOn())) {
            return List.of(Refusal.of("issuedOn", "Ngày ban hành không được trước ngày soạn dự thảo"));
        }
        directives.add(directive);
        return List.of();
    }
}
