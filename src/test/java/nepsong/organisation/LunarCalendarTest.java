package nepsong.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 2024-04-18",
        "2025-01-29, 2025-04-07",
        "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16",
        "2028-01-26, 2028-04-04",
        "2029-02-13, 2029-04-23",
        "2030-02-02, 2030-04-12",
        "2031-01-23, 2031-04-01",
        "2032-02-11, 2032-04-19",
        "2033-01-31, 2033-04-09",
        "2034-02-19, 2034-04-28",
        "2035-02-08, 2035-04-17",
        "2036-01-28, 2036-04-06",
        "2037-02-15, 2037-04-24"
    })
    void tetAndTheAncestorsDayFallWhereTheyAreKnownTo(LocalDate newYear, LocalDate ancestors) {
        int year = newYear.getYear();
        assertThat(LunarCalendar.solarOf(LunarDate.of(year, 1, 1))).isEqualTo(newYear);
        assertThat(LunarCalendar.solarOf(LunarDate.of(year, 3, 10))).isEqualTo(ancestors);
        assertThat(LunarCalendar.lunarOf(newYear)).isEqualTo(LunarDate.of(year, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "1968-01-29, 1968-01-30",
        "1969-02-16, 1969-02-17",
        "1985-01-21, 1985-02-20",
        "2007-02-17, 2007-02-18",
        "2030-02-02, 2030-02-03",
        "2053-02-18, 2053-02-19"
    })
    void vietnamKeepsItsOwnNewYearWhereChinaDiffers(LocalDate vietnam, LocalDate china) {
        assertThat(LunarCalendar.solarOf(LunarDate.of(vietnam.getYear(), 1, 1)))
                .isEqualTo(vietnam)
                .isNotEqualTo(china);
    }

    @Test
    void everyDayOfTwoHundredYearsComesBackFromTheLunarCalendar() {
        LocalDate day = LocalDate.of(1900, 1, 1);
        LunarDate before = LunarCalendar.lunarOf(day);
        int days = 0;
        Map<Integer, Integer> leapMonths = new HashMap<>();
        for (; day.getYear() <= 2100; day = day.plusDays(1)) {
            LunarDate lunar = LunarCalendar.lunarOf(day);
            assertThat(LunarCalendar.solarOf(lunar)).isEqualTo(day);
            if (lunar.day() == 1) {
                leapMonths.merge(lunar.year(), lunar.leap() ? 1 : 0, Integer::sum);
            }
            if (days > 0 && lunar.day() == 1) {
                assertThat(before.day()).isBetween(29, 30);
            } else if (days > 0) {
                assertThat(lunar.day()).isEqualTo(before.day() + 1);
            }
            before = lunar;
            days++;
            if (day.equals(LocalDate.of(2099, 12, 31))) {
                assertThat(days).isEqualTo(73_049);
            }
        }
        assertThat(leapMonths.values()).allMatch(count -> count <= 1);
        // Seven leap months in nineteen years.
        assertThat(leapMonths.values().stream().mapToInt(Integer::intValue).sum())
                .isBetween(73, 75);
    }

    @Test
    void leapMonthsAreTold() {
        assertThat(LunarCalendar.solarOf(new LunarDate(2025, 6, 1, true))).isEqualTo(LocalDate.of(2025, 7, 25));
        assertThat(LunarCalendar.lunarOf(LocalDate.of(2023, 3, 22))).isEqualTo(new LunarDate(2023, 2, 1, true));
        assertThat(LunarCalendar.lunarOf(LocalDate.of(2033, 12, 22))).isEqualTo(new LunarDate(2033, 11, 1, true));
    }

    @Test
    void aDayThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> LunarCalendar.solarOf(new LunarDate(2026, 6, 1, true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LunarDate.of(2026, 13, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LunarCalendar.lunarOf(LocalDate.of(1899, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LunarCalendar.lunarOf(LocalDate.of(2101, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
