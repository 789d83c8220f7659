package nepsong.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nepsong.organisation.Demonstration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody of the demonstration asks the interface for programs: those whom it is promised to are answered, and nobody else. */
@RunningApplication
class PromisedReadersTest {

    private static final String CYCLE = "2015";
    private static final Set<String> OF_THE_CYCLE = Set.of("manager", "office", "secretary");

    @Autowired
    private Visitors visitors;

    @RegisterExtension
    final CycleBegun cycle = new CycleBegun(CYCLE);

    @Test
    void aCycleIsReadByManagersTheStandingOfficeAndTheSecretary() {
        for (String path : List.of("", "/" + CYCLE + "/progress", "/" + CYCLE + "/pairs", "/" + CYCLE + "/results")) {
            assertThat(answered(who -> get(who, "/api/cycles" + path))).as(path).isEqualTo(new TreeSet<>(OF_THE_CYCLE));
        }
    }

    @Test
    void nominationsAreReadByThoseWhoPrepareThemVoteAndWatch() {
        assertThat(answered(who -> get(who, "/api/commendations?cycle=" + CYCLE)))
                .containsExactlyInAnyOrder(
                        "office", "awardOffice", "manager", "council1", "council2", "council3", "council4", "council5");
    }

    @Test
    void theStandingOfficeAndTheSecretaryTryPairsOut() {
        assertThat(answered(who -> post(who, "/api/pair", "{\"units\":[\"a\",\"b\",\"c\"],\"seed\":1}")))
                .containsExactly("office", "secretary");
    }

    @Test
    void theOutboxIsTheAdministrators() {
        assertThat(answered(who -> get(who, "/api/outbox"))).containsExactly("admin");
    }

    @Test
    void whoeverIsLoggedInReckonsScoresAndDeadlines() {
        assertThat(answered(who -> post(who, "/api/score", "{\"set\":\"workplace\",\"criteria\":[]}")))
                .containsExactlyInAnyOrderElementsOf(everybody());
        assertThat(answered(who -> get(who, "/api/calendar/deadline?from=2026-02-10&workingDays=10")))
                .containsExactlyInAnyOrderElementsOf(everybody());
    }

    private static List<String> everybody() {
        return Stream.concat(Demonstration.central().stream(), Demonstration.of("q-ba-dinh", "Quận Ba Đình").stream())
                .map(login -> login.person().id())
                .toList();
    }

    /** Who is answered; whoever is not is told that this is not for them, or, of results, that there are none. */
    private Set<String> answered(Function<Visitor, Integer> ask) {
        Set<String> answered = new TreeSet<>();
        List<Integer> others = new ArrayList<>();
        for (String person : everybody()) {
            int status = ask.apply(visitors.as(person));
            if (status == 200) {
                answered.add(person);
            } else {
                others.add(status);
            }
        }
        assertThat(others).isSubsetOf(403, 404);
        assertThat(ask.apply(visitors.nobody())).as("nobody").isIn(401, 403);
        return answered;
    }

    private static int get(Visitor visitor, String path) {
        return visitor.send("GET", path, "", "").statusCode();
    }

    private static int post(Visitor visitor, String path, String body) {
        return visitor.post(path, body).statusCode();
    }
}
