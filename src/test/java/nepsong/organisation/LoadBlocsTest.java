package nepsong.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoadBlocsTest {

    private static final String HEADER = "bloc,name_vi,name_en,unit,valid_from,valid_to\n";
    private static final String BA_DINH = "khoi-2,Khối 2 – Quận,Bloc 2 – Districts,q-ba-dinh,2008-08-01,2025-06-30\n";
    private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

    /** Made once: the units are the same for every test, and the blocs are cleared. */
    private static final JdbcClient JDBC = TestDatabase.fresh();

    private static final JdbcUnits UNITS = new JdbcUnits(JDBC);

    private final JdbcBlocs blocs = new JdbcBlocs(JDBC);
    private final LoadBlocs load = new LoadBlocs(UNITS, blocs, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void theUnitsAreKnown() throws IOException {
        LoadUnits registry = new LoadUnits(UNITS, loaded -> {});
        registry.load(resource("units-2025.csv"));
        registry.load(resource("units-2023.csv"));
    }

    @BeforeEach
    void noBlocIs() {
        JDBC.sql("delete from bloc_members").update();
    }

    @Test
    void theFileOfTheCityPutsEveryUnitOfEachYearIntoABlocOfASize() throws IOException {
        assertThat(load.load(resource("blocs.csv")).errors()).isEmpty();

        assertThat(blocs.loadedAt()).contains(NOW);
        assertThat(sizes(LocalDate.of(2023, 1, 1)))
                .isEqualTo(Map.of("Khối 1 – Sở, ngành", 19L, "Khối 2 – Quận", 12L, "Khối 3 – Thị xã, huyện", 18L));
        assertThat(sizes(LocalDate.of(2026, 1, 1)).values())
                .hasSizeBetween(4, 8)
                .allSatisfy(size -> assertThat(size).isBetween(12L, 30L));
        assertThat(UNITS.validOn(LocalDate.of(2026, 1, 1)))
                .allSatisfy(unit ->
                        assertThat(blocs.validOn(LocalDate.of(2026, 1, 1))).containsKey(unit.code()));
    }

    /** Of the units that exist on the day. */
    private Map<String, Long> sizes(LocalDate day) {
        Map<String, BlocMembership> members = blocs.validOn(day);
        return UNITS.validOn(day).stream()
                .map(unit -> members.get(unit.code()))
                .collect(Collectors.groupingBy(BlocMembership::name, Collectors.counting()));
    }

    @Test
    void aUnitBelongsWhereItWentLast() {
        loaded(HEADER + BA_DINH.replace("2025-06-30", ""));
        loaded(HEADER + BA_DINH.replace("khoi-2", "khoi-7").replace("2008-08-01", "2024-01-01"));

        assertThat(blocOn(2023)).isEqualTo("khoi-2");
        assertThat(blocOn(2024)).isEqualTo("khoi-7");
        assertThat(blocs.validOn(LocalDate.of(2025, 7, 1))).isEmpty();
        assertThat(blocs.validOn(LocalDate.of(2000, 1, 1))).isEmpty();
    }

    @Test
    void theSameDayOfTheSameUnitIsCorrected() {
        loaded(HEADER + BA_DINH);
        LoadOutcome outcome = loaded(HEADER + BA_DINH.replace("khoi-2", "khoi-5"));

        assertThat(outcome.rows()).isEqualTo(1);
        assertThat(blocOn(2023)).isEqualTo("khoi-5");
    }

    private String blocOn(int year) {
        return blocs.validOn(LocalDate.of(year, 1, 1)).get("q-ba-dinh").bloc();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            khoi-2|''|bloc|bắt buộc
            khoi-2|Khối 2|bloc|chữ thường
            Khối 2 – Quận|''|name_vi|bắt buộc
            Bloc 2 – Districts|''|name_en|bắt buộc
            q-ba-dinh|q-nowhere|unit|nạp tệp đơn vị trước
            2008-08-01|2007-01-01|valid_from|chưa có hoặc không còn
            2008-08-01|01/08/2008|valid_from|không phải là ngày
            2025-06-30|2008-07-31|valid_to|sớm hơn
            """)
    void aBadCellIsRefusedWithLineColumnAndReasonAndNothingIsChanged(
            String good, String bad, String column, String reason) {
        LoadOutcome outcome =
                loaded(HEADER + BA_DINH.replace("q-ba-dinh", "q-tay-ho") + BA_DINH.replaceFirst(good, bad));

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column)
                .containsExactly(tuple(3L, column));
        assertThat(outcome.errors().get(0).reason()).contains(reason);
        assertThat(blocs.loadedAt()).isEmpty();
    }

    @Test
    void aUnitOfTwoBlocsAndABlocOfTwoNamesAreRefused() {
        LoadOutcome outcome = loaded(HEADER
                + BA_DINH
                + BA_DINH.replace("khoi-2", "khoi-3")
                + BA_DINH.replace("q-ba-dinh", "q-tay-ho").replace("Khối 2 – Quận", "Khối quận"));

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column, FileError::reason)
                .isEqualTo(List.of(
                        tuple(3L, "unit", "Đơn vị “q-ba-dinh” đã có khối từ ngày này ở dòng trên."),
                        tuple(4L, "name_vi", "Khối khoi-2 đã có tên “Khối 2 – Quận” ở dòng trên.")));
    }

    private LoadOutcome loaded(String file) {
        return load.load(file.getBytes(UTF_8));
    }

    private static byte[] resource(String name) throws IOException {
        return new ClassPathResource("catalogue/" + name).getContentAsByteArray();
    }
}
