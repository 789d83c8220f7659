package nepsong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import nepsong.organisation.UnitKind;
import org.junit.jupiter.api.Test;

class ColumnWordsTest {

    @Test
    void everyKindOfUnitIsToldWithWhatItMeans() {
        assertThat(UnitKind.titles()).allSatisfy((code, title) -> assertThat(ColumnWords.UNITS.get("kind"))
                .contains("%s (%s)".formatted(code, title.toLowerCase(Locale.forLanguageTag("vi")))));
    }
}
