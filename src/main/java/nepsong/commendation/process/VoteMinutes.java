package nepsong.commendation.process;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nepsong.commendation.Ballots;
import nepsong.commendation.Nomination;
import nepsong.commendation.VoteResult;
import nepsong.organisation.WorkingCalendar;
import org.springframework.stereotype.Component;

/** The minutes of a vote, written from its count: totals alone, since nothing leads from a member to a vote. */
@Component
class VoteMinutes {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Ballots ballots;

    VoteMinutes(Ballots ballots) {
        this.ballots = ballots;
    }

    /** Where they are taken away to be signed. */
    static String page(Nomination nomination) {
        return "/papers/votes/" + nomination.id();
    }

    /** Rows of {@code item} and {@code said}; none while the vote is open. */
    List<Map<String, Object>> of(Nomination nomination) {
        return ballots.result(nomination.id()).map(this::rows).orElse(List.of());
    }

    private List<Map<String, Object>> rows(VoteResult result) {
        return List.of(
                row("Tổng số thành viên Hội đồng", result.members()),
                row("Có mặt tại cuộc họp", result.present()),
                row("Gửi ý kiến bằng văn bản", result.inWriting()),
                row("Không gửi phiếu", result.unanswered()),
                row("Không tham gia bỏ phiếu vì xung đột lợi ích", result.abstained()),
                row("Số phiếu đồng ý", result.inFavour()),
                row("Số phiếu không đồng ý", result.voted() - result.inFavour()),
                row(
                        "Tỷ lệ đồng ý trên tổng số thành viên",
                        result.percentInFavour().toPlainString().replace('.', ',') + "%"),
                row("Tỷ lệ cần đạt", result.requiredPercent() + "%"),
                row("Lý do không đồng ý", NominationView.joined(ballots.objections(result.nomination()))),
                row("Kết luận", result.reason()),
                row(
                        "Kiểm phiếu lúc",
                        MOMENT.format(ZonedDateTime.ofInstant(result.countedAt(), WorkingCalendar.ZONE))));
    }

    private static Map<String, Object> row(String item, Object said) {
        return Map.of("item", item, "said", said.toString());
    }
}
