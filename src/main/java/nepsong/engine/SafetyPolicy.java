package nepsong.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import nepsong.organisation.WorkingCalendar;

/** What must hold before anybody but the demonstration's people is let in. */
final class SafetyPolicy {

    static final List<String> MAIL_TIMEOUTS = List.of("connectiontimeout", "timeout", "writetimeout");

    private static final int MOST_NAMED = 5;
    private static final Set<String> MAY_BE_EXPOSED = Set.of("health", "info", "prometheus");

    /** FEEL for decision tables and JUEL, both the engine's own. */
    private static final String OUR_SCRIPT_ENGINES = "org.camunda.";

    private SafetyPolicy() {}

    /** @return one line per reason, empty when all is well */
    static List<String> reasons(SafetyFacts facts) {
        List<String> reasons = new ArrayList<>();
        if (!facts.authorization()) {
            reasons.add("camunda.bpm.authorization.enabled is false: everybody could do everything");
        }
        if (facts.users() > 0 && facts.administrators() == 0) {
            reasons.add("group " + Groups.ADMINISTRATORS + " has no direct member: nobody could manage the accounts");
        }
        if (!facts.mixedAdministrators().isEmpty()) {
            reasons.add("members of " + Groups.ADMINISTRATORS + " have another role as well: "
                    + first(facts.mixedAdministrators()));
        }
        if (facts.demonstration()) {
            reasons.add("nepsong.demo is true: it makes accounts whose password is published");
        }
        if (!facts.demonstrationUsers().isEmpty()) {
            reasons.add("accounts of the demonstration exist ("
                    + facts.demonstrationUsers().size() + "), their password is published: "
                    + first(facts.demonstrationUsers()));
        }
        if (facts.database().equals("H2")) {
            reasons.add("the database is H2, which is for demonstrations: set spring.datasource.url to PostgreSQL");
        }
        if (facts.databaseConsole()) {
            reasons.add("spring.h2.console.enabled is true: the console opens the database to anybody");
        }
        if (!facts.baseUrl().startsWith("https://")) {
            reasons.add("nepsong.mail.base-url is not https: " + facts.baseUrl());
        }
        for (String name : MAIL_TIMEOUTS) {
            String timeout = "mail." + facts.mailProtocol() + "." + name;
            if (!isPositive(facts.mail(), timeout)) {
                reasons.add("spring.mail.properties." + timeout + " is missing: a silent mail server would hold us");
            }
        }
        for (String endpoint : facts.exposed()) {
            if (!MAY_BE_EXPOSED.contains(endpoint)) {
                reasons.add("the actuator exposes " + endpoint + ": allowed are health, info and prometheus");
            }
        }
        if (!facts.healthDetails().equals("never")) {
            reasons.add("management.endpoint.health.show-details is " + facts.healthDetails()
                    + ": health would tell of the database and the disk");
        }
        for (String engine : facts.scriptEngines()) {
            if (!engine.startsWith(OUR_SCRIPT_ENGINES)) {
                reasons.add("a script engine is on the classpath that runs arbitrary code: " + engine);
            }
        }
        // The engine keeps moments without a zone: under another one every deadline would move.
        if (!facts.zone().getRules().equals(WorkingCalendar.ZONE.getRules())) {
            reasons.add("the time zone is " + facts.zone() + ", not " + WorkingCalendar.ZONE
                    + ": set TZ=Asia/Ho_Chi_Minh or -Duser.timezone=Asia/Ho_Chi_Minh");
        }
        facts.auditKey().ifPresent(reasons::add);
        return List.copyOf(reasons);
    }

    private static String first(Collection<String> ids) {
        String named = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? named + " …" : named;
    }

    private static boolean isPositive(Map<String, String> properties, String name) {
        String value = properties.getOrDefault(name, "");
        return value.matches("\\d{1,9}") && Integer.parseInt(value) > 0;
    }
}
