package nepsong.correction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;

/** When a report of correction may be handed in. */
final class CorrectionReportPolicy {

    private CorrectionReportPolicy() {}

    /** @param photoMissing whether a photo of this correction is owed and is not there */
    static List<Refusal> check(Finding finding, CorrectionReport report, boolean photoMissing, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        if (report.completedOn().isAfter(today)) {
            refusals.add(Refusal.of("completedOn", "Ngày hoàn thành không được sau hôm nay"));
        }
        if (photoMissing) {
            refusals.add(Refusal.of(
                    "photo",
                    "Loại tồn tại này cần ảnh sau khắc phục chụp tại cùng vị trí, là minh chứng bắt buộc: "
                            + FindingPhotos.after(finding, finding.round())
                            + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên rồi gửi lại"));
        }
        return refusals;
    }
}
