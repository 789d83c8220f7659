package nepsong.correction;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import nepsong.evidence.Capture;
import nepsong.evidence.Evidence;
import nepsong.organisation.WorkingCalendar;

/** When a report of correction may be handed in: nothing is mended before it is found, and no photo shows it before. */
final class CorrectionReportPolicy {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private CorrectionReportPolicy() {}

    /** @param photos those of this correction */
    static List<Refusal> check(Finding finding, CorrectionReport report, List<Evidence> photos, Clock clock) {
        List<Refusal> refusals = new ArrayList<>();
        LocalDateTime found = LocalDateTime.ofInstant(finding.foundAt(), WorkingCalendar.ZONE);
        if (report.completedOn().isAfter(LocalDate.now(clock))) {
            refusals.add(Refusal.of("completedOn", "Ngày hoàn thành không được sau hôm nay"));
        }
        if (report.completedOn().isBefore(found.toLocalDate())) {
            refusals.add(Refusal.of(
                    "completedOn", "Ngày hoàn thành không được trước ngày phát hiện tồn tại, " + DAY.format(found)));
        }
        if (finding.terms().photoAfter() && photos.isEmpty()) {
            refusals.add(Refusal.of(
                    "photo",
                    "Loại tồn tại này cần ảnh sau khắc phục chụp tại cùng vị trí, là minh chứng bắt buộc: "
                            + FindingPhotos.after(finding, finding.round())
                            + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên rồi gửi lại"));
        }
        for (Evidence photo : photos) {
            Capture capture = photo.capture();
            LocalDateTime taken = capture == null ? null : capture.takenAt();
            if (taken != null && taken.isBefore(found)) {
                refusals.add(Refusal.of(
                        "photo",
                        "Ảnh “%s” được chụp lúc %s, trước khi tồn tại được phát hiện. Hãy thay bằng ảnh chụp sau khi khắc phục"
                                .formatted(photo.fileName(), MOMENT.format(taken))));
            }
        }
        return refusals;
    }
}
