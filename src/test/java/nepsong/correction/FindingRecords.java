package nepsong.correction;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nepsong.correction.CorrectionTerms.Recheck;
import nepsong.evidence.Capture;
import nepsong.evidence.Citation;
import nepsong.evidence.Dossier;
import nepsong.evidence.Evidence;
import nepsong.evidence.EvidenceKind;
import nepsong.evidence.EvidencePieces;
import nepsong.evidence.FileType;
import nepsong.organisation.TestDatabase;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The use cases of this module on a database of their own, with a calendar without exceptions and one simple table of terms. */
final class FindingRecords {

    /** A Monday. */
    static final LocalDate TODAY = LocalDate.of(2023, 10, 16);

    static final WorkingCalendar CALENDAR = WorkingCalendar.with(List.of());

    final JdbcClient jdbc;
    final List<Finding> started = new ArrayList<>();
    final List<Finding> lookedAgain = new ArrayList<>();
    final EvidencePieces evidence = mock(EvidencePieces.class);

    private final Corrections starting = new Corrections() {

        @Override
        public void start(Finding finding) {
            started.add(finding);
        }

        @Override
        public void lookAgain(Finding finding) {
            lookedAgain.add(finding);
        }
    };

    /** Ten working days for what is minor, three for what is critical; nothing is laid down between them. */
    private final FindingDeadlines deadlines = (cycle, type, severity) -> switch (severity) {
        case MINOR -> Optional.of(new CorrectionTerms(10, true, true, Recheck.SITE, 30, 30));
        case MAJOR -> Optional.empty();
        case CRITICAL -> Optional.of(new CorrectionTerms(3, false, false, Recheck.FILE, 100, 0));
    };

    FindingRecords() {
        this(TestDatabase.fresh());
    }

    /** @param jdbc of a database with our tables and no cycles */
    FindingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        addCycle("2022", 2022);
        addCycle("2023", 2023);
    }

    void addCycle(String code, int year) {
        jdbc.sql("insert into cycles (code, year_of_cycle, name, started_at, started_by) values (?, ?, ?, ?, 'office')")
                .params(code, year, "Kỳ kiểm tra " + code, TODAY.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    static Clock on(LocalDate day) {
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        Instant noon = day.atTime(12, 0).atZone(zone).toInstant();
        return Clock.fixed(noon, zone);
    }

    Findings findings(LocalDate today) {
        return new JdbcFindings(jdbc, on(today));
    }

    UnitFindings facts(LocalDate today) {
        return new JdbcUnitFindings(jdbc, CALENDAR, on(today));
    }

    UnitFindings facts() {
        return facts(TODAY);
    }

    Findings findings() {
        return findings(TODAY);
    }

    CorrectionReports reports() {
        return new JdbcCorrectionReports(jdbc, on(TODAY));
    }

    RecordFindings recording() {
        return new RecordFindings(findings(), deadlines, starting, CALENDAR, on(TODAY));
    }

    AssignCorrection assigning() {
        return assigning(TODAY);
    }

    AssignCorrection assigning(LocalDate today) {
        return new AssignCorrection(findings(today), photos(), deadlines, CALENDAR, on(today));
    }

    ReportCorrection reporting() {
        return new ReportCorrection(findings(), reports(), photos(), on(TODAY));
    }

    SecondLooks secondLooks() {
        return new JdbcSecondLooks(jdbc, on(TODAY));
    }

    CloseFinding closing() {
        return new CloseFinding(findings(), reports(), secondLooks(), on(TODAY));
    }

    BeginSecondLooks beginning(LocalDate today) {
        return new BeginSecondLooks(secondLooks(), findings(), starting, on(today));
    }

    FindingPhotos photos() {
        return new FindingPhotos(evidence);
    }

    /** A photo is there, of this kind and under this topic. */
    void photographed(EvidenceKind kind, String topic) {
        photographed(kind, topic, null);
    }

    /** @param takenAt by the camera's clock; null where the photo does not say */
    void photographed(EvidenceKind kind, String topic, @Nullable LocalDateTime takenAt) {
        Evidence photo = new Evidence(
                "e1",
                Dossier.ofUnit("2023", "q-ba-dinh"),
                kind,
                topic,
                "Ảnh.jpg",
                FileType.JPG,
                1,
                "a",
                "a",
                new Citation(null, null, null, null),
                takenAt == null ? null : new Capture(takenAt, null, null),
                Instant.EPOCH,
                "secretary",
                null);
        when(evidence.of("2023", "q-ba-dinh", List.of(kind))).thenReturn(List.of(photo));
    }

    Finding recorded(String cycle, String unit, FindingType type, Severity severity) {
        recording().record(cycle, unit, "secretary", List.of(found(type.name(), severity.name())));
        return started.get(started.size() - 1);
    }

    static NewFinding found(String type, String severity) {
        return new NewFinding(type, severity, "Bộ phận một cửa", "Bảng đã bạc màu, khó đọc", "CS-C1");
    }
}
