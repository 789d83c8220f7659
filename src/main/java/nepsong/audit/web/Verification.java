package nepsong.audit.web;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.audit.AuditVerdict;
import nepsong.audit.Head;
import nepsong.audit.VerifyChain;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chain's verification and its answer in words. */
@Component
class Verification {

    private final VerifyChain chain;
    private final AuditTrail trail;

    Verification(VerifyChain chain, AuditTrail trail) {
        this.chain = chain;
        this.trail = trail;
    }

    /** @param verdict null where the head that was typed cannot be read */
    record Answer(String words, @Nullable AuditVerdict verdict) {}

    /** @param head out of the log or from paper, {@code position:seal}; blank where there is none at hand */
    Answer verify(String head) {
        Optional<Head> known = Head.parse(head);
        if (known.isEmpty() && !head.isBlank()) {
            return new Answer(
                    "Chưa kiểm tra: mốc phải có dạng vị trí:mã, với mã gồm đúng 64 chữ số thập lục phân, như ghi trong"
                            + " nhật ký hệ thống.",
                    null);
        }
        AuditVerdict verdict = chain.verify(known.orElse(null));
        AuditVerdict.Break broken = verdict.broken();
        String words = broken != null && broken.kind() == AuditVerdict.Kind.WRONG_KEY
                ? "Chưa kiểm tra được chuỗi. " + broken.words()
                : words(verdict, broken);
        trail.record(AuditEvent.of("audit.verified")
                .about("đến vị trí " + verdict.head().position())
                .because(broken == null ? "Nguyên vẹn" : broken.words()));
        return new Answer(words, verdict);
    }

    private static String words(AuditVerdict verdict, AuditVerdict.@Nullable Break broken) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag("vi"));
        return broken == null
                ? ("Chuỗi nguyên vẹn: %s dòng, không dòng nào bị sửa, bị xóa, được chèn vào hay bị đổi chỗ."
                                + " Kiểm tra trong %s mili giây.")
                        .formatted(numbers.format(verdict.events()), numbers.format(verdict.millis()))
                : "Chuỗi KHÔNG nguyên vẹn. %s Trước đó có %s dòng nguyên vẹn. Hãy giữ nguyên cơ sở dữ liệu, lấy bản sao lưu và báo người quản lý."
                        .formatted(broken.words(), numbers.format(verdict.events()));
    }
}
