package nepsong.organisation;

/**
 * A day of the Vietnamese lunar calendar.
 *
 * @param month 1 to 12
 * @param leap  whether it is the repeated month of that number
 * @param day   from 1, "mùng 1"
 */
public record LunarDate(int year, int month, int day, boolean leap) {

    public LunarDate {
        if (month < 1 || month > 12 || day < 1 || day > 30) {
            throw new IllegalArgumentException("no lunar day %d/%d/%d".formatted(day, month, year));
        }
    }

    public static LunarDate of(int year, int month, int day) {
        return new LunarDate(year, month, day, false);
    }
}
