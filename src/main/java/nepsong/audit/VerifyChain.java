package nepsong.audit;

import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import javax.crypto.Mac;
import nepsong.audit.AuditVerdict.Break;
import nepsong.audit.AuditVerdict.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the chain from its beginning and names the first row that is not as it was written. */
@Component
public class VerifyChain {

    private static final int PAGE = 5_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AuditSeals seals;
    private final SealEvents sealing;
    private final AuditKey key;

    VerifyChain(AuditSeals seals, SealEvents sealing, AuditKey key) {
        this.seals = seals;
        this.sealing = sealing;
        this.key = key;
    }

    /** @param known a head from outside the database: out of the log, or printed; null where there is none at hand */
    public AuditVerdict verify(@Nullable Head known) {
        long begun = System.nanoTime();
        List<Promise> promises = promises(known);
        long stranger;
        try {
            stranger = sealing.seal(true).stranger();
        } catch (WrongAuditKeyException wrong) {
            return new AuditVerdict(
                    0,
                    Head.NONE,
                    new Break(
                            Kind.WRONG_KEY,
                            0,
                            0,
                            "Khóa trong cài đặt (nepsong.audit.key) không phải là khóa mà chuỗi được lập từ đầu."
                                    + " Không dòng nào bị mất; hãy đặt lại khóa cũ, khởi động lại rồi kiểm tra."),
                    millis(begun));
        }
        return new Reading(key.mac(), promises).read(begun, stranger);
    }

    private List<Promise> promises(@Nullable Head known) {
        List<Promise> promises = new ArrayList<>();
        seals.published()
                .forEach((head, day) -> promises.add(new Promise(head, "mốc công bố cuối ngày " + DAY.format(day))));
        Head seen = sealing.latest();
        if (seen.position() > 0) {
            promises.add(new Promise(seen, "mốc mà ứng dụng đang chạy đã thấy"));
        }
        if (known != null && known.position() > 0) {
            promises.add(new Promise(known, "mốc đã nhập"));
        }
        promises.sort(Comparator.comparingLong(promise -> promise.head().position()));
        return promises;
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    /** That the chain has this head, and who said so. */
    private record Promise(Head head, String source) {}

    private final class Reading {

        private final Mac mac;
        private final Deque<Promise> promises;
        private Head head = Head.NONE;

        Reading(Mac mac, List<Promise> promises) {
            this.mac = mac;
            this.promises = new ArrayDeque<>(promises);
        }

        AuditVerdict read(long begun, long stranger) {
            Break broken = links();
            if (broken == null && !promises.isEmpty()) {
                broken = new Break(
                        Kind.TRUNCATED,
                        head.position() + 1,
                        0,
                        "Phần cuối của chuỗi đã bị cắt bỏ: chuỗi chỉ còn đến vị trí %d, trong khi %s ở vị trí %d."
                                .formatted(
                                        head.position(),
                                        promises.getFirst().source(),
                                        promises.getFirst().head().position()));
            }
            if (broken == null && stranger > 0) {
                broken = new Break(
                        Kind.INSERTED,
                        0,
                        stranger,
                        ("Dòng số %d không do ứng dụng ghi với khóa này: đã bị chèn vào, bị sửa ngay sau khi ghi,"
                                        + " hoặc được ghi khi ứng dụng chạy với khóa khác.")
                                .formatted(stranger));
            }
            return new AuditVerdict(head.position(), head, broken, millis(begun));
        }

        private @Nullable Break links() {
            List<AuditSeals.Link> page;
            do {
                page = seals.links(head.position(), PAGE);
                for (AuditSeals.Link link : page) {
                    Break broken = check(link);
                    if (broken != null) {
                        return broken;
                    }
                    head = new Head(link.position(), link.seal());
                }
            } while (page.size() == PAGE);
            return null;
        }

        private @Nullable Break check(AuditSeals.Link link) {
            long position = head.position() + 1;
            WrittenEvent event = link.event();
            if (link.position() != position) {
                return new Break(Kind.DELETED, position, 0, "Mắt xích ở vị trí " + position + " đã bị xóa.");
            }
            if (event == null) {
                return at(link, Kind.DELETED, "đã bị xóa khỏi nhật ký");
            }
            if (!event.signedWith(mac).equals(event.mac())) {
                return at(link, Kind.CHANGED, "đã bị sửa nội dung");
            }
            if (!event.sealedWith(mac, position, head.seal()).equals(link.seal())) {
                return at(link, Kind.REORDERED, "không khớp với dòng đứng trước: đã bị đổi chỗ hoặc chèn vào");
            }
            while (!promises.isEmpty() && promises.getFirst().head().position() == position) {
                Promise promise = promises.removeFirst();
                if (!promise.head().seal().equals(link.seal())) {
                    return at(
                            link,
                            Kind.TRUNCATED,
                            "khác với " + promise.source() + ": chuỗi đã bị cắt trước đó rồi nối lại");
                }
            }
            return null;
        }

        private static Break at(AuditSeals.Link link, Kind kind, String what) {
            return new Break(
                    kind,
                    link.position(),
                    link.eventId(),
                    "Dòng số %d (vị trí %d trong chuỗi) %s.".formatted(link.eventId(), link.position(), what));
        }
    }
}
