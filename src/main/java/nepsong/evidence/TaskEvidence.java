package nepsong.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.engine.OpenTask;
import nepsong.engine.OpenTasks;
import nepsong.organisation.People;
import nepsong.organisation.UnitFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The evidence that an open task is about, for those who hold it and those who may read what it belongs to. */
@Component
public class TaskEvidence {

    private final OpenTasks tasks;
    private final List<EvidencePlaces> places;
    private final EvidencePieces pieces;
    private final EvidenceReadership readership;
    private final People people;
    private final UnitFiles files;

    TaskEvidence(
            OpenTasks tasks,
            List<EvidencePlaces> places,
            EvidencePieces pieces,
            EvidenceReadership readership,
            People people,
            UnitFiles files) {
        this.files = files;
        this.tasks = tasks;
        this.places = places;
        this.pieces = pieces;
        this.readership = readership;
        this.people = people;
    }

    /**
     * @param open     whether the person may add, change and remove here
     * @param original whether the person may see where a photo was taken, and have it as it was brought
     */
    public record View(OpenTask task, EvidencePlace place, List<Evidence> pieces, boolean open, boolean original) {

        public Optional<Evidence> piece(String id) {
            return pieces.stream().filter(piece -> piece.id().equals(id)).findFirst();
        }

        /** Whether the person may change or remove this piece. */
        public boolean isChangeable(Evidence piece) {
            return open
                    && place.topic(piece.topic())
                            .filter(topic -> topic.adds() == piece.kind())
                            .isPresent()
                    && !isHandedIn(piece);
        }

        /** Whether it came with an earlier task, which was handed in since. */
        boolean isHandedIn(Evidence piece) {
            return place.sealed() && piece.addedAt().isBefore(task.created());
        }

        /** Whether the person may let the file of this piece prove other things too. */
        public boolean isUsable(Evidence piece) {
            return open && place.topics().stream().anyMatch(topic -> topic.adds() == piece.kind());
        }
    }

    /** Empty where there is no such open task, it has no evidence, or the person may not look at it. */
    @Transactional(readOnly = true)
    public Optional<View> of(String task, String person) {
        return tasks.find(task, person).flatMap(found -> place(found).flatMap(place -> view(found, place, person)));
    }

    private Optional<EvidencePlace> place(OpenTask task) {
        return places.stream().flatMap(one -> one.of(task.task()).stream()).findFirst();
    }

    private Optional<View> view(OpenTask task, EvidencePlace place, String person) {
        Dossier dossier = place.dossier();
        Set<String> groups = people.groupsOf(person);
        List<EvidenceKind> kinds = place.shows().stream()
                .filter(kind -> task.held() || readership.mayLook(dossier, kind, groups))
                .toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        if (place.byUnit()) {
            files.lookedAtMany(person, dossier.cycle(), "evidence");
        } else {
            files.looked(person, dossier.cycle(), dossier.unit(), "evidence");
        }
        List<Evidence> shown = found(place, kinds).stream()
                .filter(piece -> place.topic(piece.topic()).isPresent())
                .filter(place::isShown)
                .toList();
        boolean open = task.held() && place.isAddedTo();
        return Optional.of(new View(task, place, shown, open, readership.mayHaveOriginals(dossier.unit(), groups)));
    }

    private List<Evidence> found(EvidencePlace place, List<EvidenceKind> kinds) {
        return place.byUnit()
                ? pieces.ofUnits(
                        place.dossier().cycle(),
                        place.topics().stream().map(EvidencePlace.Topic::id).toList(),
                        kinds)
                : pieces.of(place.dossier(), kinds);
    }
}
