package nepsong.commendation.process;

import java.time.LocalDate;
import java.util.Locale;
import nepsong.commendation.Achievement;
import nepsong.commendation.AwardForm;
import nepsong.commendation.Nomination;
import nepsong.commendation.Prize;
import nepsong.commendation.Subject;

/** The decision as it may be signed, in Vietnamese, as the City decides: the leader's office writes on from here. */
final class DecisionDraft {

    private DecisionDraft() {}

    static String of(Nomination nomination, String unitName, Prize prize) {
        Subject subject = nomination.subject();
        Achievement achievement = nomination.achievement();
        String many = subject.isCollective() ? "tập thể" : subject.isPerson() ? "cá nhân" : "hộ gia đình";
        return """
                Điều 1. Tặng %s cho %s: đã có thành tích trong thực hiện Quy tắc ứng xử, %s.
                Điều 2. Tiền thưởng kèm theo là %s đồng (%s lần mức lương cơ sở %s đồng), chi từ quỹ thi đua, khen thưởng \
                theo quy định.
                Điều 3. Chánh Văn phòng Ủy ban nhân dân Thành phố, Giám đốc Sở Nội vụ, Giám đốc Sở Văn hóa và \
                Thể thao%s có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này."""
                .formatted(
                        awarded(nomination.award()),
                        subject.address().isEmpty() || subject.address().equals(subject.name())
                                ? subject.name()
                                : "%s (%s)".formatted(subject.name(), subject.address()),
                        period(achievement.from(), achievement.to()),
                        money(prize.amount()),
                        prize.multiple().stripTrailingZeros().toPlainString().replace('.', ','),
                        money(prize.baseSalary()),
                        subject.name().equals(unitName) ? " và " + many : ", " + unitName + " và " + many);
    }

    private static String awarded(AwardForm form) {
        return form == AwardForm.GOOD_PERSON_GOOD_DEED ? "danh hiệu “" + form.title() + "”" : form.title();
    }

    private static String period(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? "ngày " + NominationView.day(from)
                : "từ ngày " + NominationView.day(from) + " đến ngày " + NominationView.day(to);
    }

    /** Whole đồng, with points between the thousands. */
    static String money(long amount) {
        return String.format(Locale.ROOT, "%,d", amount).replace(',', '.');
    }
}
