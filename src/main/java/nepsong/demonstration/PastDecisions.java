package nepsong.demonstration;

import static nepsong.demonstration.LastYear.at;
import static nepsong.demonstration.TableRows.row;

import java.util.ArrayList;
import java.util.List;
import nepsong.commendation.AwardTables;
import nepsong.commendation.HandoverWay;
import nepsong.commendation.Prize;
import nepsong.demonstration.PastAwards.Awarded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the City decided in the finished cycle, with the money that went with it, and how it was handed over. */
@Component
class PastDecisions {

    private static final int FIRST_NUMBER = 3480;

    private final AwardTables prizes;
    private final TableRows tables;

    PastDecisions(AwardTables prizes, TableRows tables) {
        this.prizes = prizes;
        this.tables = tables;
    }

    void write(List<Awarded> awarded) {
        List<@Nullable Object[]> decisions = new ArrayList<>();
        for (Awarded one : awarded) {
            Prize prize = prizes.prize(one.subject(), one.form(), LastYear.AWARDED);
            decisions.add(row(
                    one.id(),
                    true,
                    FIRST_NUMBER + decisions.size(),
                    "QĐ-UBND",
                    LastYear.AWARDED,
                    prize.multiple(),
                    prize.baseSalary(),
                    prize.amount(),
                    "cityLeader",
                    at(LastYear.AWARDED)));
        }
        tables.insert(
                "award_decisions",
                """
                nomination, signed, document_number, document_symbol, issued_on, prize_multiple, prize_base, prize_money,
                decided_by, decided_at""",
                decisions);
        tables.insert(
                "award_publications",
                """
                nomination, awarded_on, handover, place, article, channels, photo_published, published_by, published_at""",
                awarded.stream()
                        .map(one -> row(
                                one.id(),
                                LastYear.CELEBRATED,
                                HandoverWay.CEREMONY.name(),
                                "Lễ kỷ niệm Ngày Giải phóng Thủ đô",
                                "Biểu dương điển hình thực hiện Quy tắc ứng xử: " + one.unitName(),
                                "PORTAL",
                                false,
                                "office",
                                at(LastYear.CELEBRATED)))
                        .toList());
    }
}
