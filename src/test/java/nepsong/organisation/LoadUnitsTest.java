package nepsong.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoadUnitsTest {

    private static final String HEADER = "code,official_code,kind,name_vi,name_en,area,valid_from,valid_to,successor\n";
    private static final String BA_DINH =
            "q-ba-dinh,,district,Quận Ba Đình,Ba Dinh District,Ba Đình,2008-08-01,2025-06-30,\n";

    private final JdbcClient jdbc = TestDatabase.fresh();
    private final JdbcUnits units = new JdbcUnits(jdbc);
    private final List<Object> told = new ArrayList<>();
    private final LoadUnits load = new LoadUnits(units, told::add);

    @Test
    void theRegistryHolds49UnitsOf2023And143Of2025() throws IOException {
        assertThat(load.load(resource("units-2025.csv")).errors()).isEmpty();
        assertThat(load.load(resource("units-2023.csv")).errors()).isEmpty();

        assertThat(units.validOn(LocalDate.of(2023, 6, 1))).hasSize(49);
        assertThat(units.validOn(LocalDate.of(2025, 6, 30))).hasSize(49);
        assertThat(units.validOn(LocalDate.of(2025, 7, 1))).hasSize(143);
        assertThat(units.find("so-giao-thong-van-tai")).map(Unit::successor).contains("so-xay-dung");
        assertThat(units.all().values()).extracting(Unit::key).doesNotHaveDuplicates();
        assertThat(told).hasOnlyElementsOfType(UnitsLoaded.class).hasSize(2);
    }

    @Test
    void everythingThatAFileSaysOfAUnitIsKept() {
        loaded(HEADER + "p-ba-dinh,00004,ward,Phường Ba Đình,Ba Dinh Ward,Ba Đình,2025-07-01,,\n");
        loaded(HEADER + BA_DINH.replace("30,", "30,p-ba-dinh"));

        assertThat(units.find("q-ba-dinh"))
                .contains(new Unit(
                        "q-ba-dinh",
                        "district",
                        "Quận Ba Đình",
                        "Ba Dinh District",
                        "Ba Đình",
                        LocalDate.of(2008, 8, 1),
                        LocalDate.of(2025, 6, 30),
                        "p-ba-dinh"));
        assertThat(jdbc.sql("select official_code from units where code = 'p-ba-dinh'")
                        .query(String.class)
                        .single())
                .isEqualTo("00004");
    }

    @Test
    void loadingTheSameFileAgainChangesNothing() throws IOException {
        load.load(resource("units-2025.csv"));
        List<Unit> before = units.validOn(LocalDate.of(2026, 1, 1));
        load.load(resource("units-2025.csv"));

        assertThat(units.validOn(LocalDate.of(2026, 1, 1))).isEqualTo(before);
    }

    @Test
    void unitsComeInTheOrderAskedForAndUnknownOnesAreLeftOut() throws IOException {
        load.load(resource("units-2025.csv"));

        assertThat(units.find(List.of("p-ba-dinh", "nowhere", "p-cua-nam")))
                .extracting(Unit::code)
                .containsExactly("p-ba-dinh", "p-cua-nam");
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreAccepted() {
        LoadOutcome outcome = loaded("\uFEFF" + (HEADER + BA_DINH).replace("\n", "\r\n"));

        assertThat(outcome.errors()).isEmpty();
        assertThat(units.find("q-ba-dinh")).isPresent();
    }

    @Test
    void decomposedLettersAreStoredComposed() {
        loaded(HEADER + BA_DINH.replace("Quận", "Qua\u0323\u0302n"));

        assertThat(units.find("q-ba-dinh")).map(Unit::name).contains("Quận Ba Đình");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            q-ba-dinh|''|code|bắt buộc
            q-ba-dinh|Q-Ba-Đình|code|chữ thường
            district|quan|kind|loại đơn vị
            Quận Ba Đình|''|name_vi|bắt buộc
            2008-08-01|01/08/2008|valid_from|không phải là ngày
            2008-08-01|2023-02-30|valid_from|không phải là ngày
            2008-08-01|''|valid_from|bắt buộc
            2025-06-30|2008-07-31|valid_to|sớm hơn
            2025-06-30|mai|valid_to|không phải là ngày
            """)
    void aBadCellIsRefusedWithLineColumnAndReason(String good, String bad, String column, String reason) {
        LoadOutcome outcome = loaded(HEADER + BA_DINH.replaceFirst(good, bad));

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column)
                .containsExactly(tuple(2L, column));
        assertThat(outcome.errors().get(0).reason()).contains(reason);
        assertThat(units.all()).isEmpty();
    }

    @Test
    void whereAUnitIsMayBeSaid() {
        loaded(HEADER + BA_DINH);
        assertThat(units.find("q-ba-dinh")).get().extracting(Unit::location).isNull();

        String located = HEADER.strip() + ",latitude,longitude\n" + BA_DINH.strip() + ",\"21,035\",105.820\n";
        assertThat(loaded(located).errors()).isEmpty();
        assertThat(units.find("q-ba-dinh")).get().extracting(Unit::location).isEqualTo(new Location(21.035, 105.82));
    }

    @Test
    void aPlaceThatIsNoneIsRefusedWithLineColumnAndReason() {
        String header = HEADER.strip() + ",latitude,longitude\n" + BA_DINH.strip() + ",";
        assertRefused(header + "105.820,21.035\n", 2, "latitude", "Vĩ độ phải từ -90 đến 90");
        assertRefused(header + "21.035,200\n", 2, "longitude", "Kinh độ phải từ -180 đến 180");
        assertRefused(header + "21.035,\n", 2, "longitude", "cần cả kinh độ");
        assertRefused(header + ",105.820\n", 2, "latitude", "cần cả vĩ độ");
        assertRefused(header + "21.035,đông\n", 2, "longitude", "không phải là số");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertRefused("code,kind,name_vi,name_en,area\nx,ward,X,X,X\n", 1, "valid_from", "Thiếu cột");
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertRefused(HEADER.replace("successor", "sucessor") + BA_DINH, 1, "sucessor", "không có trong mẫu");
    }

    @Test
    void aDuplicateCodeIsRefusedAtItsSecondLine() {
        assertRefused(HEADER + BA_DINH + BA_DINH, 3, "code", "trùng trong tệp");
    }

    @Test
    void codesThatDifferByHyphensOnlyAreRefused() {
        assertRefused(HEADER + BA_DINH + BA_DINH.replace("q-ba-dinh", "q-badinh"), 3, "code", "bỏ dấu gạch nối");
    }

    @Test
    void aCodeThatCollidesWithTheRegistryIsRefused() {
        loaded(HEADER + BA_DINH);
        assertRefused(HEADER + BA_DINH.replace("q-ba-dinh", "qba-dinh"), 2, "code", "bỏ dấu gạch nối");
    }

    @Test
    void anUnknownSuccessorIsRefused() {
        assertRefused(HEADER + BA_DINH.replace("30,", "30,p-nowhere"), 2, "successor", "p-nowhere");
        assertRefused(HEADER + BA_DINH.replace("30,", "30,q-ba-dinh"), 2, "successor", "chính mình");
    }

    @Test
    void aLineWithTooFewCellsIsRefused() {
        assertRefused(HEADER + BA_DINH + "\nq-tay-ho,,district\n", 4, "", "3 ô");
    }

    @Test
    void linesAreCountedAcrossCellsOfSeveralLines() {
        String twoLines = BA_DINH.replace("Ba Dinh District", "\"Ba Dinh\nDistrict\"");
        assertRefused(
                HEADER + twoLines + BA_DINH.replace("q-ba-dinh", "q-x").replace("district", "quan"), 4, "kind", "quan");
    }

    @Test
    void anOpenQuotationIsRefusedAtItsLine() {
        assertRefused(HEADER + BA_DINH + "q-tay-ho,,district,\"Quận Tây Hồ,,,,\n", 3, "", "ngoặc kép");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAtItsFirstForeignLetter() {
        LoadOutcome outcome = load.load("code,kind\nx,Qu\u00e0\n".getBytes(Charset.forName("windows-1252")));

        assertThat(outcome.errors()).extracting(FileError::line).containsExactly(2L);
        assertThat(outcome.errors().get(0).reason()).contains("UTF-8");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused("", 1, "", "không có dòng dữ liệu");
        assertRefused(HEADER, 1, "", "không có dòng dữ liệu");
    }

    @Test
    void everyErrorOfAFileIsListedAndNothingIsChanged() {
        LoadOutcome outcome = loaded(HEADER + BA_DINH + "q-tay-ho,,quan,,,Tây Hồ,2008-08-01,hôm nay,\n" + BA_DINH);

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column)
                .containsExactlyInAnyOrder(
                        tuple(3L, "kind"),
                        tuple(3L, "name_vi"),
                        tuple(3L, "name_en"),
                        tuple(3L, "valid_to"),
                        tuple(4L, "code"));
        assertThat(units.all()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongOrHoldsControlCharactersIsRefused() {
        assertRefused(HEADER + BA_DINH.replace("Quận Ba Đình", "x".repeat(256)), 2, "name_vi", "tối đa 255");
        assertRefused(HEADER + BA_DINH.replace("Quận", "Qu\u0000n"), 2, "name_vi", "điều khiển");
    }

    private void assertRefused(String file, long line, String column, String reason) {
        var before = List.copyOf(units.all().values());
        LoadOutcome outcome = loaded(file);

        assertThat(outcome.errors())
                .extracting(FileError::line, FileError::column)
                .contains(tuple(line, column));
        assertThat(outcome.errors())
                .anyMatch(error -> error.line() == line && error.reason().contains(reason));
        assertThat(units.all().values()).containsExactlyElementsOf(before);
    }

    private LoadOutcome loaded(String file) {
        return load.load(file.getBytes(UTF_8));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = LoadUnitsTest.class.getResourceAsStream("/catalogue/" + name)) {
            return stream.readAllBytes();
        }
    }
}
