package nepsong.organisation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a file of people: a known login gets the name, details and roles of its line and keeps its password, a new one is made
 * with a random password. Nobody is ever removed. Columns {@code login, name, email, roles} and optionally {@code phone,
 * position, unit, agency}; several roles are separated by a space or a semicolon, and {@code coordinator, head, inspector} are
 * of the line's unit.
 */
@Service
public class LoadPeople {

    /** The columns that a file has, and those that it may have. */
    public static final List<String> REQUIRED = List.of("login", "name", "email", "roles");

    public static final List<String> OPTIONAL = List.of("phone", "position", "unit", "agency");
    private static final String EMAIL = "[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+";

    private final Units units;
    private final People people;
    private final PeopleDetails details;
    private final PeopleChanges changes;
    private final Logins logins;
    private final ErasedPeople erased;

    LoadPeople(
            Units units,
            People people,
            PeopleDetails details,
            PeopleChanges changes,
            Logins logins,
            ErasedPeople erased) {
        this.units = units;
        this.people = people;
        this.details = details;
        this.changes = changes;
        this.logins = logins;
        this.erased = erased;
    }

    /**
     * What became of the file.
     *
     * @param passwords of the logins that were made, by login: told this once and kept nowhere
     */
    public record Loaded(LoadOutcome outcome, Map<String, String> passwords) {}

    private record Line(Person person, Set<String> groups) {}

    @Transactional
    public Loaded load(byte[] content) {
        CsvFile file = CsvFile.read(content, REQUIRED, OPTIONAL);
        Set<String> seen = new HashSet<>();
        List<Line> lines = file.rows().stream().map(row -> line(row, seen)).toList();
        if (!file.errors().isEmpty()) {
            return new Loaded(LoadOutcome.refused(file.errors()), Map.of());
        }
        logins.openRoles(unitsOf(lines));
        Set<String> known = logins.ids();
        Map<String, String> passwords = new LinkedHashMap<>();
        for (Line line : lines) {
            Person person = line.person();
            String password = known.contains(person.id()) ? null : logins.newPassword();
            logins.save(person, password);
            details.save(person);
            logins.give(person.id(), line.groups());
            if (password != null) {
                passwords.put(person.id(), password);
            }
        }
        changes.tell();
        return new Loaded(LoadOutcome.loaded(0, lines.size()), passwords);
    }

    /** A unit that is not valid today, or not played with in the demonstration, has no roles until somebody gets one. */
    private List<Unit> unitsOf(List<Line> lines) {
        return lines.stream()
                .map(line -> line.person().unit())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(unit -> units.find(unit).stream())
                .toList();
    }

    private Line line(CsvRow row, Set<String> seen) {
        String login = row.required("login", 64);
        if (!login.isEmpty() && !login.matches("[A-Za-z0-9]+")) {
            row.refuse("login", "Tên đăng nhập “%s” chỉ được gồm chữ không dấu và chữ số.".formatted(login));
        } else if (!login.isEmpty() && !seen.add(login)) {
            row.refuse("login", "Tên đăng nhập “%s” bị trùng trong tệp.".formatted(login));
        } else if (people.groupsOf(login).contains(Groups.ADMINISTRATORS)) {
            row.refuse("login", "“%s” là tài khoản quản trị, không thay đổi bằng tệp.".formatted(login));
        } else if (erased.isTaken(login)) {
            row.refuse(
                    "login",
                    "“%s” là tài khoản đã xóa dữ liệu cá nhân, không lập lại được; hãy dùng tên khác."
                            .formatted(login));
        }
        String name = row.required("name", 200);
        if (!name.isEmpty() && !name.contains(" ")) {
            row.refuse("name", "Cần ghi cả họ và tên.");
        }
        String email = row.required("email", 200);
        if (!email.isEmpty() && !email.matches(EMAIL)) {
            row.refuse("email", "“%s” không phải địa chỉ thư điện tử.".formatted(email));
        }
        String phone = row.optional("phone", 20);
        if (!phone.isEmpty() && !phone.matches("0\\d{9}")) {
            row.refuse("phone", "Số điện thoại gồm 10 chữ số, bắt đầu bằng 0.");
        }
        String unit = emptyToNull(row.optional("unit", 40));
        if (unit != null && units.find(unit).isEmpty()) {
            row.refuse("unit", "Không có đơn vị “%s”; hãy nạp tệp đơn vị trước.".formatted(unit));
        }
        Person person = new Person(
                login,
                name,
                email,
                phone,
                row.optional("position", 255),
                unit,
                emptyToNull(row.optional("agency", 255)));
        return new Line(person, groups(row, unit));
    }

    private static Set<String> groups(CsvRow row, @Nullable String unit) {
        Set<String> groups = new LinkedHashSet<>();
        Arrays.stream(row.required("roles", 255).split("[\\s;]+"))
                .filter(role -> !role.isEmpty())
                .forEach(role -> groups.add(group(row, role, unit)));
        return groups;
    }

    private static String group(CsvRow row, String role, @Nullable String unit) {
        if (Groups.CITYWIDE.contains(role)) {
            return role;
        }
        if (!Set.of("coordinator", "head", "inspector").contains(role)) {
            row.refuse("roles", "Không có vai trò “%s”.".formatted(role));
        } else if (unit == null) {
            row.refuse("unit", "Vai trò “%s” cần ghi đơn vị.".formatted(role));
        } else {
            return switch (role) {
                case "coordinator" -> Groups.coordinatorAt(unit);
                case "head" -> Groups.headAt(unit);
                default -> Groups.inspectorAt(unit);
            };
        }
        return role;
    }

    private static @Nullable String emptyToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
