package nepsong.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A published version of the criteria of both sets, in their order. It never changes.
 *
 * @param version from 1
 */
public record Checklist(int version, String title, List<Criterion> criteria) {

    public Checklist {
        criteria = List.copyOf(criteria);
    }

    public List<Criterion> of(CriteriaSet set) {
        return criteria.stream().filter(criterion -> criterion.set() == set).toList();
    }

    public Optional<Criterion> find(String code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }
}
