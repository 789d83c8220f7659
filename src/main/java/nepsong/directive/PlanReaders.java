package nepsong.directive;

import java.util.Set;
import nepsong.evidence.Dossier;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.PaperReaders;
import nepsong.organisation.Groups;
import org.springframework.stereotype.Component;

/** The signed plan is for everybody who works in the cycle once it is issued; opinions are for those who draft and sign. */
@Component
class PlanReaders implements PaperReaders {

    private static final Set<String> MAKING_IT = Set.of(Groups.STANDING_OFFICE, Groups.DEPARTMENT_LEADERS);

    private final Directives directives;

    PlanReaders(Directives directives) {
        this.directives = directives;
    }

    @Override
    public boolean mayRead(Dossier dossier, EvidenceKind kind, Set<String> groups) {
        return switch (kind) {
            case PLAN ->
                isMaking(groups)
                        || Groups.areAtWork(groups)
                                && directives.find(dossier.cycle()).isPresent();
            case PLAN_OPINION -> isMaking(groups);
            default -> false;
        };
    }

    private static boolean isMaking(Set<String> groups) {
        return groups.stream().anyMatch(MAKING_IT::contains);
    }
}
