package nepsong.correction.process;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nepsong.correction.CorrectionTerms;
import nepsong.correction.Finding;
import nepsong.correction.FindingPhotos;
import nepsong.engine.FormTask;
import nepsong.evidence.EvidenceKind;
import org.jspecify.annotations.Nullable;

/** What every form of a correction shows of its finding. */
final class FindingView {

    static final String NO_CRITERION = "không gắn với tiêu chí";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private FindingView() {}

    /** With how many photos there are of it. */
    static Map<String, Object> of(FormTask task, Finding finding, FindingPhotos photos) {
        Map<String, Object> shown = of(task, finding);
        shown.putAll(photos(finding, photos));
        return shown;
    }

    static Map<String, Object> photos(Finding finding, FindingPhotos photos) {
        return Map.of("photoBeforeText", photosText(finding.photo(), photos.counted(finding, EvidenceKind.FINDING)));
    }

    static Map<String, Object> of(FormTask task, Finding finding) {
        CorrectionTerms terms = finding.terms();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("unitName", task.text("unitName"));
        shown.put("cycleName", task.text("cycleName"));
        shown.put("findingCode", finding.code());
        shown.put("typeName", finding.type().label());
        shown.put("severityName", finding.severity().label());
        shown.put("place", finding.place());
        shown.put("description", finding.description());
        shown.put("criterionText", Objects.requireNonNullElse(finding.criterion(), NO_CRITERION));
        shown.put("repeatedText", finding.repeated() ? "Tồn tại này lặp lại từ kỳ trước." : "");
        shown.put("responsible", Objects.requireNonNullElse(finding.responsible(), task.text("unitName")));
        shown.put("photoBefore", terms.photoBefore());
        shown.put("photoAfter", terms.photoAfter());
        shown.put(
                "recheckText",
                (terms.recheck() == CorrectionTerms.Recheck.SITE ? "tại chỗ" : "trên hồ sơ") + ", "
                        + (terms.recheckPercent() == 100
                                ? "tất cả các trường hợp"
                                : "theo mẫu " + terms.recheckPercent() + "%"));
        shown.put("correctBy", day(finding.dueOn()));
        return shown;
    }

    /** What was filed, and what was written about it. */
    static String photosText(@Nullable String remark, String filed) {
        return Stream.of(filed, Objects.requireNonNullElse(remark, ""))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("không có");
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
