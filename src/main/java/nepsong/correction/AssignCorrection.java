package nepsong.correction;

import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secretary words a finding for the unit and says who is to mend it. */
@Component
public class AssignCorrection {

    private final Findings findings;
    private final FindingPhotos photos;

    AssignCorrection(Findings findings, FindingPhotos photos) {
        this.findings = findings;
        this.photos = photos;
    }

    @Transactional
    public List<Refusal> assign(String finding, String user, Assignment assignment) {
        Finding found = findings.get(finding);
        if (found.terms().photoBefore() && !photos.isShownBefore(found)) {
            return List.of(Refusal.of(
                    "photo",
                    "Loại tồn tại này cần ảnh hiện trạng, là minh chứng bắt buộc: " + FindingPhotos.before(found)
                            + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên rồi gửi lại"));
        }
        findings.assign(finding, user, assignment);
        return List.of();
    }
}
