package nepsong.correction;

import static nepsong.correction.FindingRecords.CALENDAR;
import static nepsong.correction.FindingRecords.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import nepsong.PostgresServer;
import nepsong.evidence.EvidenceKind;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every statement of the module once on PostgreSQL. */
class FindingsPostgresTest {

    private static final String UNIT = "q-ba-dinh";

    @RegisterExtension
    static final PostgresServer POSTGRES = new PostgresServer();

    private FindingRecords records;

    @BeforeEach
    void tables() {
        DataSource source = POSTGRES.newDatabase();
        Flyway.configure().dataSource(source).load().migrate();
        records = new FindingRecords(JdbcClient.create(source));
    }

    @Test
    void aFindingGoesItsWayOnPostgres() {
        Findings findings = records.findings();
        CorrectionReports reports = records.reports();
        records.recorded("2022", UNIT, FindingType.CONDUCT, Severity.MINOR);
        Finding finding = records.recorded("2023", UNIT, FindingType.CONDUCT, Severity.CRITICAL);
        assertThat(findings.get(finding.id())).isEqualTo(finding);
        assertThat(records.facts().of("2023")).containsEntry(UNIT, new FindingFacts(1, 1, 1, 0));

        Assignment words = Assignment.of(finding, "Sảnh", "Chưa chào hỏi", "Văn phòng", null);
        assertThat(records.assigning().assign(finding.id(), "secretary", words).refusals())
                .isEmpty();
        CorrectionReport report = new CorrectionReport("Đã nhắc nhở", TODAY, Cause.AWARENESS, null, null);
        assertThat(records.reporting().report(finding.id(), "", report)).isEmpty();
        reports.attempted(finding.id(), 1, "secretary", "Không có người tiếp tại đơn vị");
        reports.attempted(finding.id(), 1, "", "Địa điểm khóa cửa");
        assertThat(reports.of("2023", UNIT).get(finding.id()).get(0).attempts())
                .extracting(ReportedCorrection.Attempt::reason)
                .containsExactly("Không có người tiếp tại đơn vị", "Địa điểm khóa cửa");
        reports.verify(finding.id(), 1, "secretary", false, "Chưa có biên bản họp rút kinh nghiệm");
        findings.reopen(finding.id(), CALENDAR.plus(TODAY, -11));
        assertThat(records.facts().of("2023", UNIT).unanswered()).isEqualTo(1);
        assertThat(reports.of("2023", null)).containsOnlyKeys(finding.id());
        assertThat(reports.of("2023", UNIT).get(finding.id()))
                .extracting(ReportedCorrection::report)
                .isEqualTo(List.of(report));

        findings.close(finding.id(), "secretary");
        assertThat(records.facts().of("2023", UNIT).open()).isZero();
        assertThat(findings.of("2023", null)).hasSize(1);
    }

    @Test
    void aBoardIsLookedAtAgainOnPostgres() {
        Finding finding = records.recorded("2023", UNIT, FindingType.BOARD_FADED, Severity.MINOR);
        records.photographed(EvidenceKind.CORRECTION, finding.code() + ".1");
        CorrectionReport report = new CorrectionReport("Đã thay bảng", TODAY, Cause.FUNDING, null, null);
        assertThat(records.reporting().report(finding.id(), "", report)).isEmpty();
        records.closing().close(finding.id(), "secretary", "Bảng mới rõ chữ, đúng chỗ");

        records.beginning(TODAY.plusDays(29)).begin();
        assertThat(records.lookedAgain).isEmpty();
        records.beginning(TODAY.plusDays(30)).begin();
        records.beginning(TODAY.plusDays(31)).begin();
        assertThat(records.lookedAgain).extracting(Finding::id).containsExactly(finding.id());

        records.secondLooks().conclude(finding.id(), 1, "secretary", "Bảng lại bạc màu");
        records.findings().reopen(finding.id(), TODAY.plusDays(40));
        assertThat(records.findings().get(finding.id()).isOpen()).isTrue();
        ReportedCorrection first = records.reports().of(finding.id()).get(0);
        assertThat(first.shortcoming()).isEqualTo("Bảng lại bạc màu");
        assertThat(first.secondLook())
                .isEqualTo(new ReportedCorrection.SecondLook(
                        TODAY.plusDays(30), FindingRecords.on(TODAY).instant(), "Bảng lại bạc màu"));
    }
}
