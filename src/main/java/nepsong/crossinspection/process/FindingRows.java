package nepsong.crossinspection.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nepsong.crossinspection.VisitFinding;
import nepsong.engine.FormData;

/** The findings of a sheet as they come from the form. A row keeps the number that it was given when it was added. */
final class FindingRows {

    private FindingRows() {}

    /** @param last the highest number that was used before; rows without one, as programs send them, count on from it */
    static List<VisitFinding> read(List<FormData> rows, int last) {
        Set<Integer> used = new HashSet<>();
        rows.forEach(row -> number(row).ifPresent(used::add));
        List<VisitFinding> findings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FormData row = rows.get(i);
            int usual = last + i + 1;
            int number = number(row).orElseGet(() -> free(usual, used));
            used.add(number);
            findings.add(new VisitFinding(
                    number,
                    row.text("type"),
                    row.text("severity"),
                    row.text("place"),
                    row.text("description"),
                    row.textOrNull("criterion")));
        }
        return findings;
    }

    private static Optional<Integer> number(FormData row) {
        return row.number("number").map(BigDecimal::intValue);
    }

    private static int free(int from, Set<Integer> used) {
        int number = from;
        while (used.contains(number)) {
            number++;
        }
        return number;
    }
}
