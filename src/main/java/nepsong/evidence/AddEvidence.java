package nepsong.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nepsong.cycle.Refusal;
import nepsong.engine.OpenTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever holds a task adds a file to what the task is about: one file, and as many topics as it proves. */
@Component
public class AddEvidence {

    private static final int MOST_TRIES = 3;

    private final OpenTasks tasks;
    private final TaskEvidence evidence;
    private final CheckUpload check;
    private final StoredFiles files;
    private final EvidencePieces pieces;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final EvidenceTrail trail;

    AddEvidence(
            OpenTasks tasks,
            TaskEvidence evidence,
            CheckUpload check,
            StoredFiles files,
            EvidencePieces pieces,
            Clock clock,
            TransactionTemplate transaction,
            EvidenceTrail trail) {
        this.trail = trail;
        this.tasks = tasks;
        this.evidence = evidence;
        this.check = check;
        this.files = files;
        this.pieces = pieces;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param file on disk, for the time of the call */
    public record Upload(@Nullable String name, Path file, List<String> topics, Citation citation) {}

    /** Empty where the person may not look at the evidence of the task. */
    public Optional<Changed> add(String task, String person, Upload upload) throws IOException {
        Optional<TaskEvidence.View> view = evidence.of(task, person);
        if (view.isEmpty()) {
            return Optional.empty();
        }
        List<Refusal> early = early(view.get(), upload);
        if (!early.isEmpty()) {
            return Optional.of(Changed.refused(early));
        }
        Path shown = Files.createTempFile("evidence-shown", ".tmp");
        try {
            CheckUpload.Verdict verdict = check.check(upload.name(), upload.file(), shown);
            CheckedFile accepted = verdict.file();
            return Optional.of(
                    accepted == null
                            ? Changed.refused("file", Objects.requireNonNull(verdict.refusal()))
                            : keep(task, person, upload, accepted));
        } finally {
            Files.deleteIfExists(shown);
        }
    }

    private List<Refusal> early(TaskEvidence.View view, Upload upload) {
        if (!view.open()) {
            return List.of(Refusal.of("", ChangeEvidence.closed(view)));
        }
        if (upload.topics().isEmpty()) {
            return List.of(Refusal.of("criterion", "Hãy chọn tiêu chí mà tệp này chứng minh"));
        }
        return upload.citation().refusals(LocalDate.now(clock));
    }

    private Changed keep(String task, String person, Upload upload, CheckedFile file) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String sha256 = files.keep(file.file(), file.type());
            String shown = file.shown().equals(file.file()) ? sha256 : files.keep(file.shown(), file.type());
            long size = Files.size(file.file());
            Changed changed = transaction.execute(status -> {
                tasks.hold(task);
                return files.hold(sha256, shown)
                        ? write(task, person, upload, file, new Stored(sha256, shown, size))
                        : null;
            });
            if (changed != null) {
                if (changed.isRefused()) {
                    files.forget(sha256);
                    files.forget(shown);
                }
                return changed;
            }
        }
        throw new IllegalStateException("the file was taken away again and again");
    }

    private record Stored(String sha256, String shown, long size) {}

    /** Looks again, for much may have happened while the file was read. */
    private Changed write(String task, String person, Upload upload, CheckedFile file, Stored stored) {
        TaskEvidence.View view = evidence.of(task, person).orElse(null);
        if (view == null || !view.open()) {
            return Changed.refused("", "Việc này đã được hoàn thành hoặc thu hồi nên không thêm được minh chứng");
        }
        LinkedHashSet<String> topics = new LinkedHashSet<>(upload.topics());
        List<Refusal> refusals = EvidenceLimitPolicy.check(view, topics, stored.sha256(), stored.size());
        if (!refusals.isEmpty()) {
            return Changed.refused(refusals);
        }
        String principal = trail.principal(task, person);
        List<Evidence> added = topics.stream()
                .flatMap(topic -> view.place().addedTo(topic).stream())
                .map(topic -> new Evidence(
                        UUID.randomUUID().toString(),
                        view.place().dossierOf(topic),
                        Objects.requireNonNull(topic.adds()),
                        topic.id(),
                        file.name(),
                        file.type(),
                        stored.size(),
                        stored.sha256(),
                        stored.shown(),
                        upload.citation(),
                        file.capture(),
                        clock.instant(),
                        person,
                        principal))
                .toList();
        added.forEach(pieces::add);
        trail.record("evidence.added", task, person, added);
        return Changed.to(added);
    }
}
