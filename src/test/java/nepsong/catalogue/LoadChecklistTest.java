package nepsong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nepsong.organisation.FileError;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LoadChecklistTest {

    private static final String SMALL =
            """
            set,group,group_vi,group_en,code,text_vi,text_en,max,method,evidence_vi,evidence_required,na_rule
            workplace,A,Chỉ đạo,Direction,CS-A1,Kế hoạch,Plan,60,BOOL,Văn bản,x,
            workplace,B,Tuyên truyền,Communication,CS-B1,Hội nghị,Briefing,40,BOOL,Giấy mời,,N/A nếu không có
            public-place,A,Quy ước,Conventions,CC-A1,Kế hoạch,Plan,99.75,BOOL,Văn bản,,
            public-place,A,Quy ước,Conventions,CC-A2,Rà soát,Review,"0,25",RATIO,Danh mục,,
            """;

    private final JdbcChecklists checklists = new JdbcChecklists(TestDatabase.fresh());
    private final LoadChecklist load = new LoadChecklist(checklists, Clock.systemUTC());

    @Test
    void theFirstVersionHas31And25CriteriaOf100PointsEach() throws IOException {
        assertThat(load.load("Phiên bản 1", original(), "system")).isEqualTo(LoadOutcome.loaded(1, 56));

        Checklist checklist = checklists.version(1);
        assertThat(checklist.of(CriteriaSet.WORKPLACE)).hasSize(31);
        assertThat(checklist.of(CriteriaSet.PUBLIC_PLACE)).hasSize(25);
        for (CriteriaSet set : CriteriaSet.values()) {
            assertThat(checklist.of(set).stream().map(Criterion::max).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100");
        }
        assertThat(checklist.criteria())
                .extracting(Criterion::code)
                .startsWith("CS-A1", "CS-A2")
                .endsWith("CC-F4");
        assertThat(checklist.criteria().stream()
                        .filter(Criterion::evidenceRequired)
                        .map(Criterion::code))
                .containsExactly("CS-C1", "CS-C4", "CC-C1");
        assertThat(checklist.criteria().stream()
                        .filter(Criterion::photoRequired)
                        .map(Criterion::code))
                .containsExactly("CS-C1", "CS-C2", "CS-C4");
        assertThat(checklist.find("CS-B2").orElseThrow().measure()).isEqualTo(Measure.ratio(80));
        assertThat(checklist.find("CS-D2").orElseThrow().measure()).isEqualTo(Measure.faults(new BigDecimal("0.5")));
        assertThat(checklist.criteria()).allSatisfy(criterion -> assertThat(criterion.measure() != null)
                .as(criterion.code())
                .isEqualTo(criterion.method().matches("(RATIO|COUNT_DEDUCT).*")));
        assertThat(checklist.find("CS-B6").orElseThrow().mayBeNotApplicable()).isTrue();
        assertThat(checklist.find("CS-A1").orElseThrow().mayBeNotApplicable()).isFalse();
    }

    @Test
    void aNewVersionLeavesTheOldOneAsItWas() throws IOException {
        load.load("Phiên bản 1", original(), "system");
        Checklist first = checklists.version(1);

        assertThat(loaded(SMALL).version()).isEqualTo(2);

        assertThat(checklists.version(1)).isEqualTo(first);
        assertThat(checklists.published()).extracting(Checklist::version).containsExactly(2, 1);
        assertThat(checklists.version(2).find("CC-A2").orElseThrow().max()).isEqualByComparingTo("0.25");
    }

    @Test
    void aTitleIsKeptComposedHoweverItWasSent() throws IOException {
        load.load(" Bo\u0323\u0302 tiêu chí 2027 ", original(), "system");

        assertThat(checklists.version(1).title()).isEqualTo("Bộ tiêu chí 2027");
    }

    @Test
    void theSameContentIsNoNewVersionHoweverItsNumbersAreWritten() {
        loaded(SMALL);
        loaded(SMALL.replace("Rà soát", "Xem xét"));

        assertThat(loaded(SMALL.replace(",60,", ",60.00,")).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("giống hệt phiên bản 1"));
        assertThat(loaded(SMALL.replace("Direction", "Guidance")).version()).isEqualTo(3);
    }

    @Test
    void ofAFileSentTwiceAtOnceTheSecondWaitsAndIsToldWhichVersionItIs() throws Exception {
        DataSource source = TestDatabase.freshSource();
        JdbcChecklists stored = new JdbcChecklists(JdbcClient.create(source));
        LoadChecklist loading = new LoadChecklist(stored, Clock.systemUTC());
        loading.load("Phiên bản 1", original(), "system");
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<LoadOutcome> second = transaction.execute(status -> {
                assertThat(loading.load("Phiên bản 2", SMALL.getBytes(UTF_8), "admin"))
                        .isEqualTo(LoadOutcome.loaded(2, 4));
                return sender.submit(() ->
                        transaction.execute(inner -> loading.load("Phiên bản 2", SMALL.getBytes(UTF_8), "admin")));
            });

            assertThat(second.get(1, TimeUnit.MINUTES).errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.reason()).contains("giống hệt phiên bản 2"));
            assertThat(stored.published()).hasSize(2);
        } finally {
            sender.shutdownNow();
        }
    }

    @Test
    void anUnknownVersionIsAnError() {
        assertThatThrownBy(() -> checklists.version(7)).isInstanceOf(NoSuchElementException.class);
        loaded(SMALL);
        assertThat(checklists.version(1).criteria()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            workplace,A|office,A|2|set|Không có bộ tiêu chí
            workplace,A|,A|2|set|bắt buộc
            CS-B1|CS-A1|3|code|trùng
            CS-B1|cs b1|3|code|chữ hoa
            CS-B1||3|code|bắt buộc
            ,60,|,nhiều,|2|max|không phải là số
            ,60,|,,|2|max|bắt buộc
            ,60,|,60.1,|2|max|bội số
            ,60,|,0,|2|max|từ 0,25
            ,60,|,-60,|2|max|từ 0,25
            ,60,|,60.25,|3|max|100,25
            99.75|99.5|5|max|99,75
            workplace,B|workplace,G|3|group|A đến F
            Rà soát||5|text_vi|bắt buộc
            BOOL,Văn bản,x|,Văn bản,x|2|method|bắt buộc
            Giấy mời||3|evidence_vi|bắt buộc
            Văn bản,x|Văn bản,có|2|evidence_required|để trống
            CC-A1,Kế hoạch|CC-A1|4||11 ô
            public-place,A,Quy ước,Conventions,CC-A2|public-place,A,Quy chế,Conventions,CC-A2|5|group_vi|đã có tên
            ,text_vi,|,noi_dung,|1|text_vi|Thiếu cột
            """)
    void aBadFileIsRefusedWithLineColumnAndReason(String good, String bad, long line, String column, String reason) {
        String where = column == null ? "" : column;
        LoadOutcome outcome = loaded(SMALL.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad));

        assertThat(outcome.errors()).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(where);
            assertThat(error.reason()).contains(reason);
        });
        assertThat(checklists.published()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ratio,,150,zero_below",
        "ratio,1,,deduction",
        "faults,,,deduction",
        "faults,0.3,,deduction",
        "faults,1,80,zero_below",
        ",1,,deduction",
        "tỷ lệ,,,measure"
    })
    void howAScoreIsCountedIsReadOrRefused(String measure, String deduction, String zeroBelow, String column) {
        String cells = ",%s,%s,%s".formatted(cell(measure), cell(deduction), cell(zeroBelow));
        List<String> lines = SMALL.lines().toList();
        String file = lines.get(0) + ",measure,deduction,zero_below\n" + lines.get(1) + cells + "\n"
                + String.join(",,,\n", lines.subList(2, 5)) + ",,,\n";

        assertThat(loaded(file).errors())
                .extracting(FileError::line, FileError::column)
                .containsExactly(tuple(2L, column));
    }

    private static String cell(String text) {
        return text == null ? "" : text;
    }

    @Test
    void aSetThatIsMissingAltogetherIsRefused() {
        LoadOutcome outcome = loaded(SMALL.lines().limit(3).reduce("", (text, line) -> text + line + "\n"));

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column)
                .containsExactly(tuple(3L, "max"));
        assertThat(outcome.errors().get(0).reason()).contains("Nơi công cộng").contains("là 0,");
    }

    @Test
    void aVersionNeedsATitle() {
        assertThat(load.load(" ", SMALL.getBytes(UTF_8), "admin").errors())
                .extracting(FileError::column)
                .containsExactly("title");
        assertThat(checklists.published()).isEqualTo(List.of());
    }

    private LoadOutcome loaded(String file) {
        return load.load("Phiên bản thử", file.getBytes(UTF_8), "admin");
    }

    private static byte[] original() throws IOException {
        try (InputStream stream = LoadChecklistTest.class.getResourceAsStream("/catalogue/criteria.csv")) {
            return stream.readAllBytes();
        }
    }
}
