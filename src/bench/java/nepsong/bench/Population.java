package nepsong.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nepsong.organisation.Demonstration;
import nepsong.organisation.Groups;
import nepsong.organisation.LoadUnits;
import nepsong.organisation.PeopleChanges;
import nepsong.organisation.Unit;
import org.springframework.jdbc.core.JdbcTemplate;

/** More units than the demonstration has, each with its three people. Their rows are written as they are: nobody logs in. */
final class Population {

    private static final int UNITS_OF_THE_DEMONSTRATION = Demonstration.units().size();

    private Population() {}

    /** Adds units to those of the demonstration until there are so many. */
    static void grow(Application application, int units) {
        List<Demonstration.Login> logins = new ArrayList<>();
        List<String[]> groups = new ArrayList<>();
        StringBuilder file = new StringBuilder("code,kind,name_vi,name_en,area,valid_from\n");
        for (int i = 1; i <= units - UNITS_OF_THE_DEMONSTRATION; i++) {
            String code = "p-thu-nghiem-%04d".formatted(i);
            String name = "Phường Thử Nghiệm " + i;
            file.append("%s,ward,%s,Trial Ward %d,Khu %d,2008-08-01\n".formatted(code, name, i, i % 40));
            logins.addAll(Demonstration.of(code, name));
            for (String group : List.of(Groups.coordinatorAt(code), Groups.headAt(code), Groups.inspectorAt(code))) {
                groups.add(new String[] {group, group + " – " + Unit.keyOf(code)});
            }
        }
        if (logins.isEmpty()) {
            return;
        }
        application.bean(LoadUnits.class).load(file.toString().getBytes(StandardCharsets.UTF_8));
        JdbcTemplate jdbc = application.bean(JdbcTemplate.class);
        jdbc.batchUpdate(
                "insert into act_id_group (id_, rev_, name_, type_) values (?, 1, ?, 'WORKFLOW')",
                groups.stream().map(group -> new Object[] {group[0], group[1]}).toList());
        jdbc.batchUpdate(
                "insert into act_id_user (id_, rev_, first_, last_, email_, pwd_) values (?, 1, ?, ?, ?, 'none')",
                logins.stream()
                        .map(login -> new Object[] {
                            login.person().id(),
                            login.person().familyName(),
                            login.person().givenNames(),
                            login.person().email()
                        })
                        .toList());
        jdbc.batchUpdate(
                "insert into act_id_membership (user_id_, group_id_) values (?, ?)",
                logins.stream()
                        .flatMap(login -> java.util.stream.Stream.of(
                                new Object[] {login.person().id(), login.group()},
                                new Object[] {login.person().id(), "staff"}))
                        .toList());
        jdbc.batchUpdate(
                "insert into people (id, phone, position, unit) values (?, ?, ?, ?)",
                logins.stream()
                        .map(login -> new Object[] {
                            login.person().id(),
                            login.person().phone(),
                            login.person().position(),
                            login.person().unit()
                        })
                        .toList());
        application.bean(PeopleChanges.class).tell();
    }
}
