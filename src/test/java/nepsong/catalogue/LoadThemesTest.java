package nepsong.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import nepsong.organisation.LoadOutcome;
import nepsong.organisation.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadThemesTest {

    private final JdbcThemes themes = new JdbcThemes(TestDatabase.fresh());
    private final LoadThemes load = new LoadThemes(themes, Clock.systemUTC());
    private String original;

    @BeforeEach
    void readTheOriginal() throws IOException {
        try (InputStream stream = getClass().getResourceAsStream("/catalogue/themes.csv")) {
            original = new String(stream.readAllBytes(), UTF_8);
        }
    }

    @Test
    void tenThemesShareTheCommonItems() {
        assertThat(loaded(original)).isEqualTo(LoadOutcome.loaded(1, 46));

        assertThat(themes.version(1)).hasSize(11);
        assertThat(themes.version(1).get(0).code()).isEqualTo(Theme.COMMON);
        assertThat(themes.version(1).get(0).items()).hasSize(6);
        assertThat(themes.version(1).subList(1, 11))
                .allSatisfy(theme -> assertThat(theme.items()).hasSize(4));
    }

    @Test
    void theSameFileIsNoNewVersionUnlessAnotherCameBetween() {
        loaded(original);
        assertThat(loaded(original).errors()).singleElement().satisfies(error -> assertThat(error.reason())
                .contains("giống hệt phiên bản 1"));
        assertThat(themes.newestVersion()).isEqualTo(1);

        assertThat(loaded(original.replaceFirst("CD-LH-10", "CD-LH-99")).version())
                .isEqualTo(2);
        assertThat(loaded(original).version()).isEqualTo(3);
    }

    @Test
    void aThemeOfTheWrongLengthIsRefusedAtItsLastLine() {
        assertRefused(original.replaceFirst("(?m)^CD-LH.*CD-LH-10.*\n", ""), 46, "theme", "9 mục");
    }

    @Test
    void aDuplicateItemIsRefused() {
        assertRefused(original.replace("CD-LH-10", "CD-LH-09"), 47, "code", "trùng");
    }

    @Test
    void aThemeOfTwoNamesIsRefused() {
        assertRefused(original.replaceFirst("Chung,Common,CD-02", "Riêng,Common,CD-02"), 3, "theme_vi", "đã có tên");
    }

    @Test
    void themesWithoutCommonItemsAreRefused() {
        assertRefused(original.replaceAll("(?m)^common,.*\n", ""), 41, "theme", "mục chung");
    }

    @Test
    void aFileThatIsWrongFromEndToEndIsAnsweredWithAsManyErrorsAsAPersonCanRead() {
        String header = original.lines().findFirst().orElseThrow() + "\n";

        LoadOutcome wrong = loaded(header + "a\n".repeat(10_000));
        assertThat(wrong.errors()).hasSize(501);
        assertThat(wrong.errors().get(500).reason()).contains("còn lỗi");
        assertRefused(header + "a,b,c,d,e,f\n".repeat(20_001), 20_002, "", "20.000 dòng");
        assertThat(loaded("x".repeat(1_000_000)).errors())
                .allSatisfy(error -> assertThat(error.column() + error.reason()).hasSizeLessThan(500));
    }

    private void assertRefused(String file, long line, String column, String reason) {
        assertThat(loaded(file).errors()).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.reason()).contains(reason);
        });
        assertThat(themes.newestVersion()).isZero();
    }

    private LoadOutcome loaded(String file) {
        return load.load(file.getBytes(UTF_8), "admin");
    }
}
