package nepsong.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseTest {

    @Test
    void aTextIsFoldedToItsBareLetters() {
        assertThat(Vietnamese.fold("Đường Nguyễn Trãi, Quận Hà Đông")).isEqualTo("duong nguyen trai, quan ha dong");
        assertThat(Vietnamese.fold("ằắẳẵặ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ"))
                .isEqualTo("aaaaa eeeee ooooo ooooo uuuuu yyyyy");
    }

    @Test
    void lettersInPartsAreFoldedLikeWholeOnes() {
        assertThat(Vietnamese.fold("Tây Hồ")).isEqualTo("tay ho");
    }

    @Test
    void everyMarkedLetterHasABareOneInSqlToo() {
        assertThat(Vietnamese.FROM).hasSameSizeAs(Vietnamese.TO);
        assertThat(Vietnamese.FROM.chars().distinct().count()).isEqualTo(Vietnamese.FROM.length());
        assertThat(Vietnamese.TO).matches("[a-z]+");
    }

    @Test
    void namesStandInTheOrderOfADictionary() {
        List<String> sorted = Stream.of(
                        "Đống Đa", "Dương Nội", "Ứng Hòa", "Ba Đình", "Ấm", "An Khánh", "Uy Nỗ", "Ôn", "Oai")
                .sorted(Vietnamese.order())
                .toList();

        assertThat(sorted)
                .containsExactly("An Khánh", "Ấm", "Ba Đình", "Dương Nội", "Đống Đa", "Oai", "Ôn", "Uy Nỗ", "Ứng Hòa");
    }
}
