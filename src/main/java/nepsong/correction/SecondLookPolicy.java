package nepsong.correction;

import java.util.List;
import nepsong.cycle.Refusal;
import org.springframework.stereotype.Component;

/** A second look at what photos show is proved by a photo of its own, whatever comes of it. */
@Component
public class SecondLookPolicy {

    private final Findings findings;
    private final FindingPhotos photos;

    SecondLookPolicy(Findings findings, FindingPhotos photos) {
        this.findings = findings;
        this.photos = photos;
    }

    public List<Refusal> check(String id) {
        Finding finding = findings.get(id);
        return finding.terms().photoAfter() && !photos.isShownAgain(finding)
                ? List.of(Refusal.of(
                        "decision",
                        "Việc xem lại cần ảnh chụp hiện nay tại cùng vị trí, là minh chứng bắt buộc: "
                                + FindingPhotos.again(finding, finding.round())
                                + ". Hãy mở thẻ “Minh chứng”, tải ảnh JPG hoặc PNG lên rồi gửi lại"))
                : List.of();
    }
}
