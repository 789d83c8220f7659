package nepsong.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts between the solar and the Vietnamese lunar calendar, from 1900 to 2100.
 *
 * <p>A lunar month begins on the day, at UTC+7, of a new moon; the month of the winter solstice is the eleventh; a year of
 * thirteen months repeats the first month in which the sun enters no new sign. China computes at UTC+8, which moves Tết in
 * 1968, 1969, 1985, 2007, 2030 and 2053. New moon and solar longitude are the truncated series of Jean Meeus, good to some two
 * minutes in this span.
 */
public final class LunarCalendar {

    private static final double ZONE = 7.0 / 24;
    private static final double SYNODIC_MONTH = 29.530588853;
    /** Julian day number of 1970-01-01. */
    private static final long EPOCH = 2440588;
    /** Julian day of the new moon that lunations are counted from, in January 1900. */
    private static final double FIRST_NEW_MOON = 2415021.076998695;

    private static final double JULIAN_CENTURY = 36525;
    private static final double J2000 = 2451545;
    /** The sign, of twelve, that the sun enters at the winter solstice: 270°. */
    private static final int WINTER = 9;

    private LunarCalendar() {}

    private record Month(int year, int number, boolean leap, long firstDay) {}

    public static LunarDate lunarOf(LocalDate date) {
        refuseOutside(date.getYear(), 1900);
        long day = date.toEpochDay() + EPOCH;
        int winter = day >= eleventhMonth(date.getYear()).firstDay() ? date.getYear() + 1 : date.getYear();
        List<Month> months = months(winter);
        Month month = months.get(0);
        for (Month next : months) {
            if (next.firstDay() <= day) {
                month = next;
            }
        }
        return new LunarDate(month.year(), month.number(), (int) (day - month.firstDay()) + 1, month.leap());
    }

    /** @throws IllegalArgumentException where that year has no such month, or the month no such day */
    public static LocalDate solarOf(LunarDate date) {
        // 1899 is the lunar year of January 1900.
        refuseOutside(date.year(), 1899);
        List<Month> months = months(date.month() >= 11 ? date.year() + 1 : date.year());
        for (int index = 0; index < months.size() - 1; index++) {
            Month month = months.get(index);
            if (month.number() == date.month() && month.leap() == date.leap()) {
                long day = month.firstDay() + date.day() - 1;
                if (day < months.get(index + 1).firstDay()) {
                    return LocalDate.ofEpochDay(day - EPOCH);
                }
            }
        }
        throw new IllegalArgumentException("no lunar day " + date);
    }

    private static void refuseOutside(int year, int first) {
        if (year < first || year > 2100) {
            throw new IllegalArgumentException("the lunar calendar is computed from 1900 to 2100, not for " + year);
        }
    }

    private record Eleventh(long lunation, long firstDay) {}

    /** The month that holds the winter solstice of a solar year. */
    private static Eleventh eleventhMonth(int year) {
        long lastDay = LocalDate.of(year, 12, 31).toEpochDay() + EPOCH;
        long lunation = (long) Math.floor((lastDay - FIRST_NEW_MOON) / SYNODIC_MONTH) + 1;
        while (newMoon(lunation) > lastDay || sign(newMoon(lunation)) >= WINTER) {
            lunation--;
        }
        return new Eleventh(lunation, newMoon(lunation));
    }

    /** From the eleventh month of the year before to that of the year, which closes the list. */
    private static List<Month> months(int year) {
        Eleventh first = eleventhMonth(year - 1);
        int length = (int) (eleventhMonth(year).lunation() - first.lunation());
        List<Month> months = new ArrayList<>();
        boolean leapIsDue = length == 13;
        int number = 10;
        for (int index = 0; index <= length; index++) {
            long firstDay = newMoon(first.lunation() + index);
            boolean leap = leapIsDue && index > 0 && sign(firstDay) == sign(newMoon(first.lunation() + index + 1));
            if (leap) {
                leapIsDue = false;
            } else {
                number = number % 12 + 1;
            }
            months.add(new Month(number >= 11 && index < 4 ? year - 1 : year, number, leap, firstDay));
        }
        return months;
    }

    /** The Julian day number of the local day on which a lunation begins; lunation 0 was in January 1900. */
    private static long newMoon(long lunation) {
        double t = lunation / 1236.85;
        double mean = 2415020.75933
                + 29.53058868 * lunation
                + t * t * (0.0001178 - 0.000000155 * t)
                + 0.00033 * sine(166.56 + t * (132.87 - 0.009173 * t));
        double sun = 359.2242 + 29.10535608 * lunation - t * t * (0.0000333 + 0.00000347 * t);
        double moon = 306.0253 + 385.81691806 * lunation + t * t * (0.0107306 + 0.00001236 * t);
        double node = 21.2964 + 390.67050646 * lunation - t * t * (0.0016528 + 0.00000239 * t);
        double correction = (0.1734 - 0.000393 * t) * sine(sun)
                + 0.0021 * sine(2 * sun)
                - 0.4068 * sine(moon)
                + 0.0161 * sine(2 * moon)
                - 0.0004 * sine(3 * moon)
                + 0.0104 * sine(2 * node)
                - 0.0051 * sine(sun + moon)
                - 0.0074 * sine(sun - moon)
                + 0.0004 * sine(2 * node + sun)
                - 0.0004 * sine(2 * node - sun)
                - 0.0006 * sine(2 * node + moon)
                + 0.0010 * sine(2 * node - moon)
                + 0.0005 * sine(sun + 2 * moon);
        double terrestrialTime = -0.000278 + t * (0.000265 + 0.000262 * t);
        return (long) Math.floor(mean + correction - terrestrialTime + 0.5 + ZONE);
    }

    /** Which of twelve signs of 30° the sun stands in when a local day begins; 0 from the spring equinox. */
    private static int sign(long day) {
        double t = (day - 0.5 - ZONE - J2000) / JULIAN_CENTURY;
        double anomaly = 357.52910 + t * (35999.05030 - t * (0.0001559 + 0.00000048 * t));
        double mean = 280.46645 + t * (36000.76983 + 0.0003032 * t);
        double longitude = mean
                + (1.914600 - t * (0.004817 + 0.000014 * t)) * sine(anomaly)
                + (0.019993 - 0.000101 * t) * sine(2 * anomaly)
                + 0.000290 * sine(3 * anomaly);
        return (int) Math.floor(longitude / 30 - 12 * Math.floor(longitude / 360));
    }

    private static double sine(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
