package nepsong.commendation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nepsong.cycle.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a nomination can be taken in. */
final class NominationPolicy {

    private static final int YOUNGEST = 15;
    private static final int OLDEST = 110;

    private NominationPolicy() {}

    static List<Refusal> judge(Nomination nomination, boolean consent, LocalDate today) {
        List<Refusal> refusals = new ArrayList<>();
        Achievement achievement = nomination.achievement();
        if (achievement.to().isBefore(achievement.from())) {
            refusals.add(Refusal.of("periodTo", "Ngày kết thúc phải từ ngày bắt đầu lập thành tích trở đi"));
        }
        notInFuture("periodFrom", achievement.from(), today, refusals);
        notInFuture("deedDate", achievement.deedOn(), today, refusals);
        notInFuture("consentOn", nomination.consentOn(), today, refusals);
        if (consent && nomination.consentOn() == null) {
            refusals.add(Refusal.of("consentOn", "Hãy ghi ngày người được đề nghị đồng ý công khai"));
        }
        Integer born = nomination.subject().birthYear();
        if (born != null && (today.getYear() - born < YOUNGEST || today.getYear() - born > OLDEST)) {
            refusals.add(Refusal.of("birthYear", "Người được đề nghị phải từ 15 đến 110 tuổi"));
        }
        refusals.addAll(link("pressLink", achievement.pressLink()));
        return refusals;
    }

    /** Addresses of pages only: they are shown to others as links. */
    static List<Refusal> link(String field, @Nullable String link) {
        return link == null || link.startsWith("https://") || link.startsWith("http://")
                ? List.of()
                : List.of(Refusal.of(field, "Đường dẫn phải bắt đầu bằng https:// hoặc http://"));
    }

    private static void notInFuture(String field, @Nullable LocalDate day, LocalDate today, List<Refusal> refusals) {
        if (day != null && day.isAfter(today)) {
            refusals.add(Refusal.of(field, "Ngày không được ở trong tương lai"));
        }
    }
}
