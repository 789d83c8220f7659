package nepsong.correction;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import nepsong.correction.CorrectionReport.Extension;
import nepsong.cycle.Refusal;
import nepsong.organisation.WorkingCalendar;

/** When a report of correction may be handed in. */
final class CorrectionReportPolicy {

    static final int LONGEST_EXTENSION = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CorrectionReportPolicy() {}

    /**
     * @param photoMissing   whether a photo of this correction is owed and is not there
     * @param extensionAsked whether the unit has asked for more time before
     */
    static List<Refusal> check(
            Finding finding,
            CorrectionReport report,
            boolean photoMissing,
            boolean extensionAsked,
            LocalDate today,
            WorkingCalendar calendar) {
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
        Extension extension = report.extension();
        if (extension != null) {
            LocalDate latest = calendar.plus(finding.dueOn(), LONGEST_EXTENSION);
            if (extensionAsked) {
                refusals.add(Refusal.of("extensionUntil", "Mỗi tồn tại chỉ được đề nghị gia hạn một lần"));
            } else if (!extension.until().isAfter(finding.dueOn())
                    || extension.until().isAfter(latest)) {
                refusals.add(Refusal.of(
                        "extensionUntil",
                        "Ngày đề nghị gia hạn phải sau ngày " + DAY.format(finding.dueOn())
                                + " và không quá ngày " + DAY.format(latest) + " (" + LONGEST_EXTENSION
                                + " ngày làm việc)"));
            }
        }
        return refusals;
    }
}
