package nepsong.directive;

import java.util.Optional;

/** The plans that were issued. */
public interface Directives {

    Optional<Directive> find(String cycle);

    void add(Directive directive);
}
