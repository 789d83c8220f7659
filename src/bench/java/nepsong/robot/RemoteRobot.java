package nepsong.robot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.FormFiller;
import nepsong.organisation.Demonstration;

/** Plays the demonstration's cycle on an application that runs elsewhere, through the web interface alone. */
final class RemoteRobot {

    private static final int ROUNDS_WITHOUT_WORK = 20;
    private static final int MILLISECONDS_BETWEEN_ROUNDS = 250;

    private final String base;
    private final FormFiller filler = new FormFiller(2023);
    private final Map<String, WebSession> sessions = new LinkedHashMap<>();

    RemoteRobot(String base) {
        this.base = base;
    }

    /** @return how many tasks were completed until nobody had any left */
    int playCycle() throws InterruptedException {
        WebSession office = session("office");
        JsonNode definition = office.get(
                        "/process-definition?key=inspection-cycle&startableInTasklist=true&latest=true&active=true")
                .path(0);
        String path = "/process-definition/" + definition.path("id").asText();
        Map<String, Object> proposed = new LinkedHashMap<>();
        office.get(path + "/deployed-start-form").path("components").forEach(component -> {
            JsonNode value = component.path("defaultValue");
            if (component.has("key") && !value.isMissingNode()) {
                proposed.put(
                        component.path("key").asText(),
                        Map.of("value", value.isNumber() ? value.numberValue() : value.asText()));
            }
        });
        WebSession.Answer started = office.post(path + "/submit-form", Map.of("variables", proposed));
        if (started.status() != 200) {
            throw new AssertionError("no cycle: " + started.body());
        }
        int done = 0;
        for (int idle = 0; idle < ROUNDS_WITHOUT_WORK; ) {
            int before = done;
            for (String person : people()) {
                done += work(session(person));
            }
            if (done > before) {
                idle = 0;
            } else {
                idle++;
                Thread.sleep(MILLISECONDS_BETWEEN_ROUNDS);
            }
        }
        return done;
    }

    private int work(WebSession session) {
        int done = 0;
        for (JsonNode task : session.get("/task?maxResults=200&sortBy=created&sortOrder=asc")) {
            String path = "/task/" + task.path("id").asText();
            String assignee = task.path("assignee").asText("");
            boolean free = assignee.isEmpty() || assignee.equals("null");
            if (free) {
                free = session.post(path + "/claim", Map.of("userId", session.user()))
                                .status()
                        == 204;
            }
            if (free || assignee.equals(session.user())) {
                JsonNode form = session.get(path + "/deployed-form");
                JsonNode variables = session.get(path + "/form-variables?deserializeValues=false");
                boolean accepted = session.handIn(task.path("id").asText(), filler.fill(form, variables))
                                .status()
                        == 204;
                if (accepted) {
                    done++;
                } else {
                    // Another person must do it, says a rule of the domain.
                    session.post(path + "/unclaim", Map.of());
                }
            }
        }
        return done;
    }

    private static List<String> people() {
        List<String> people = new java.util.ArrayList<>();
        List<Demonstration.Login> logins = new java.util.ArrayList<>(Demonstration.central());
        Demonstration.units().forEach((code, name) -> logins.addAll(Demonstration.of(code, name)));
        for (Demonstration.Login login : logins) {
            String id = login.person().id();
            // These two look on.
            if (!id.equals("admin") && !id.equals("manager")) {
                people.add(id);
            }
        }
        return people;
    }

    private WebSession session(String person) {
        return sessions.computeIfAbsent(person, id -> WebSession.login(base, id, Demonstration.PASSWORD));
    }
}
