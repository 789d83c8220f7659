package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nepsong.organisation.Demonstration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.StringUtils;

class CommonPasswordsTest {

    private static final List<String> UNITS = List.of("Quận Ba Đình", "Thị xã Sơn Tây", "Sở Du lịch");

    private final CommonPasswords rule = new CommonPasswords(() -> UNITS, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P@ssw0rd#2026",
                "Password1234!",
                "Qwerty-12345",
                "Abc-123456",
                "$unsh1ne#2026",
                "!!Dragon!!99",
                "MatKhau@2026",
                "Mật-Khẩu#2026",
                "NepSong#2026",
                "Ha-Noi#20262026",
                "1Anhyeuem!!",
                "Ba.Dinh#2026",
                "QuanBaDinh@26",
                "SonTay#20262",
                "Thị xã Sơn Tây 1!",
                "SoDuLich#2026",
                "DuLich@20261"
            })
    void whatIsGuessedFirstIsRefusedHoweverItIsDressedUp(String password) {
        assertThat(rule.execute(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hoa-Sen-No#1908", "Another#Password9", "Ns-9kTmWq7RzHcVbXnPfGdYj", "ba con meo 7 den trang A!"})
    void whatIsNotIsTaken(String password) {
        assertThat(rule.execute(password)).isTrue();
    }

    /** Each as people dress it up to be long enough and to have a letter, a digit and a sign of every kind. */
    @Test
    void atLeastThreeThousandThatWouldPassTheOtherRulesAreRefused() throws IOException {
        try (InputStream list = CommonPasswords.class.getResourceAsStream("/security/common-passwords.txt")) {
            List<String> dressed = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(word -> word.matches("[a-z]{4,}"))
                    .map(word -> StringUtils.capitalize(word) + "#20261")
                    .toList();
            assertThat(dressed).hasSizeGreaterThanOrEqualTo(3_000);
            assertThat(dressed.stream().filter(rule::execute)).isEmpty();
        }
    }

    @Test
    void onlyTheDemonstrationTakesThePasswordThatItTells() {
        assertThat(new CommonPasswords(() -> UNITS, true).execute(Demonstration.PASSWORD))
                .isTrue();
        assertThat(new CommonPasswords(() -> UNITS, true).execute(Demonstration.PASSWORD + "1"))
                .isFalse();
        assertThat(rule.execute(Demonstration.PASSWORD)).isFalse();
    }
}
