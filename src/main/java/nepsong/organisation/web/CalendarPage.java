package nepsong.organisation.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.CalendarDay;
import nepsong.organisation.CalendarDays;
import nepsong.organisation.ChangeCalendar;
import nepsong.organisation.TypedText;
import nepsong.organisation.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The working calendar of a year, and the table that overrules it. Only an administrator comes here: the route says so. */
@Controller
@RequestMapping("/calendar")
class CalendarPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final WorkingCalendar calendar;
    private final CalendarDays days;
    private final ChangeCalendar change;
    private final Clock clock;

    CalendarPage(WorkingCalendar calendar, CalendarDays days, ChangeCalendar change, Clock clock) {
        this.calendar = calendar;
        this.days = days;
        this.change = change;
        this.clock = clock;
    }

    /** What was typed, as it was typed. */
    public record Typed(String day, String kind, String note, boolean active) {

        static Typed nothing() {
            return new Typed("", "", "", true);
        }

        static Typed of(CalendarDay entry) {
            return new Typed(entry.day().toString(), entry.kind().name(), entry.note(), entry.active());
        }
    }

    /** @param day of the table, to be edited */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String day, Model model) {
        int current = LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE).getYear();
        Optional<Integer> chosen = year(year);
        if (!year.isBlank() && chosen.isEmpty()) {
            model.addAttribute("refusals", List.of("Năm: hãy nhập một số từ 1900 đến 2100."));
        }
        Map<LocalDate, CalendarDay> table = days.all();
        Optional<CalendarDay> edited = date(day).map(table::get);
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", edited.map(Typed::of).orElseGet(Typed::nothing));
        }
        if (!model.containsAttribute("known")) {
            model.addAttribute("known", KnownDay.of(edited.isPresent() ? day : "", edited));
        }
        int shown = chosen.or(() -> edited.map(one -> one.day().getYear())).orElse(current);
        model.addAttribute("calendar", CalendarYear.of(shown, calendar, table, later(table, shown)));
        model.addAttribute("firstYear", WorkingCalendar.FIRST_YEAR);
        model.addAttribute("lastYear", WorkingCalendar.LAST_YEAR);
        return "calendar";
    }

    @PostMapping("/days")
    String save(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "") String edited,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes next) {
        String typed = TypedText.of(note);
        Optional<LocalDate> date = date(day);
        List<String> refusals = new ArrayList<>();
        if (date.isEmpty()) {
            refusals.add("Ngày: hãy chọn một ngày có thật, từ năm 1900 đến năm 2100.");
        }
        if (!kind.equals("OFF") && !kind.equals("MAKEUP_WORK")) {
            refusals.add("Loại ngày: hãy chọn ngày nghỉ hoặc ngày làm bù.");
        }
        if (typed.isEmpty() || typed.length() > CalendarDay.LONGEST_NOTE) {
            refusals.add("Căn cứ, ghi chú: hãy ghi từ 1 đến 255 ký tự.");
        }
        if (!refusals.isEmpty()) {
            next.addFlashAttribute("refusals", refusals);
            next.addFlashAttribute("typed", new Typed(day, kind, note, active));
            next.addFlashAttribute("known", new KnownDay(edited, seen));
            return "redirect:/calendar"
                    + date.map(one -> "?year=" + one.getYear()).orElse("");
        }
        LocalDate saved = date.orElseThrow();
        boolean replaced = days.all().containsKey(saved);
        String known = new KnownDay(edited, seen).markOf(day);
        if (!change.save(new CalendarDay(saved, CalendarDay.Kind.valueOf(kind), typed, active), known)) {
            Optional<CalendarDay> now = days.find(saved);
            next.addFlashAttribute("typed", new Typed(day, kind, note, active));
            next.addFlashAttribute("known", KnownDay.of(day, now));
            return refused(KnownDay.overtaken(saved, now), saved, next);
        }
        return done(
                (replaced ? "Đã sửa ngày %s trong bảng." : "Đã thêm ngày %s vào bảng.").formatted(DAY.format(saved)),
                saved,
                next);
    }

    /** @param later also for the same day of the years that follow */
    @PostMapping("/days/{day}/active")
    String turn(
            @PathVariable String day,
            @RequestParam boolean active,
            @RequestParam(defaultValue = "false") boolean later,
            @RequestParam(defaultValue = "") String seen,
            RedirectAttributes next) {
        LocalDate turned = date(day).orElse(null);
        OptionalInt count = turned == null ? OptionalInt.empty() : change.turn(turned, active, later, seen);
        return turned == null || count.isEmpty()
                ? gone(turned, next)
                : done(
                        (active ? "Đã bật %d ngày, từ %s." : "Đã tắt %d ngày, từ %s.")
                                .formatted(count.getAsInt(), DAY.format(turned)),
                        turned,
                        next);
    }

    @PostMapping("/days/{day}/removal")
    String remove(@PathVariable String day, @RequestParam(defaultValue = "") String seen, RedirectAttributes next) {
        LocalDate removed = date(day).orElse(null);
        return removed != null && change.remove(removed, seen)
                ? done("Đã gỡ ngày %s khỏi bảng.".formatted(DAY.format(removed)), removed, next)
                : gone(removed, next);
    }

    private static String done(String words, LocalDate day, RedirectAttributes next) {
        next.addFlashAttribute("done", words);
        return "redirect:/calendar?year=" + day.getYear();
    }

    private String gone(@Nullable LocalDate day, RedirectAttributes next) {
        return refused(KnownDay.gone(day == null ? Optional.empty() : days.find(day)), day, next);
    }

    private static String refused(String why, @Nullable LocalDate day, RedirectAttributes next) {
        next.addFlashAttribute("refusals", List.of(why));
        return "redirect:/calendar" + (day == null ? "" : "?year=" + day.getYear());
    }

    private Set<LocalDate> later(Map<LocalDate, CalendarDay> table, int year) {
        return table.values().stream()
                .filter(one -> one.day().getYear() == year
                        && change.withLaterYears(one).size() > 1)
                .map(CalendarDay::day)
                .collect(Collectors.toSet());
    }

    private static Optional<Integer> year(String text) {
        return Optional.of(text.strip())
                .filter(typed -> typed.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(CalendarPage::isComputed);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> isComputed(day.getYear()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isComputed(int year) {
        return year >= WorkingCalendar.FIRST_YEAR && year <= WorkingCalendar.LAST_YEAR;
    }
}
