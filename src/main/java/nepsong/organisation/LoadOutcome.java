package nepsong.organisation;

import java.util.Comparator;
import java.util.List;

/**
 * What became of a file: either it was taken over whole, or it has errors and nothing was changed.
 *
 * @param version the version published, 0 where the data have none
 * @param rows    the rows taken over
 * @param errors  every error, by line; empty when the file was taken over
 */
public record LoadOutcome(int version, int rows, List<FileError> errors) {

    public LoadOutcome {
        errors = errors.stream()
                .sorted(Comparator.comparingLong(FileError::line))
                .toList();
    }

    public static LoadOutcome loaded(int version, int rows) {
        return new LoadOutcome(version, rows, List.of());
    }

    public static LoadOutcome refused(List<FileError> errors) {
        return new LoadOutcome(0, 0, errors);
    }

    public boolean wasRefused() {
        return !errors.isEmpty();
    }
}
