package nepsong.evidence;

import java.util.Set;

/** Lets a stage say who may read the papers of its steps: those of a whole cycle, of a nomination, or what a unit was judged by. */
public interface PaperReaders {

    /**
     * False for papers of another stage.
     *
     * @param groups of the person who asks
     */
    boolean mayRead(Dossier dossier, EvidenceKind kind, Set<String> groups);
}
