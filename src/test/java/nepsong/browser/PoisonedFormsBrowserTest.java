package nepsong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import nepsong.Desk;
import nepsong.cycle.Cycles;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every form of Tasklist with texts that would run or call out, in a real browser: with no policy but what the form itself
 * does, and with the page's.
 */
@InTasklist
class PoisonedFormsBrowserTest {

    private static final Pattern DEPLOYED = Pattern.compile(".*/deployed-form(\\?.*)?");
    private static final Pattern VARIABLES = Pattern.compile(".*/form-variables(\\?.*)?");

    @Autowired
    private Desk desk;

    @Autowired
    private Cycles cycles;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Chromium chromium;
    private PoisonedCycle cycle;

    @BeforeEach
    void aBrowserIsStarted() {
        chromium = Chromium.launch();
        cycle = new PoisonedCycle(desk, cycles, engine, jdbc);
    }

    @AfterEach
    void theyLeave() {
        chromium.close();
        cycle.isPutAway();
    }

    @Test
    void noFormOfTasklistRunsWhatAnyFieldOfItHolds() {
        openForms(Colleague.withoutPolicies(chromium, base()), new ScriptPayloads(), "ran('");
    }

    /** Texts may hold pictures; the policy of the page keeps them from telling another host who reads them. */
    @Test
    void noFormOfTasklistAsksAnotherHost() {
        Colleague obeying = Colleague.at(chromium, base());
        openForms(obeying, ScriptPayloads.callers(), "");
        assertThat(obeying.witness().elsewhere()).isEmpty();
    }

    private void openForms(Colleague reader, ScriptPayloads payloads, String shown) {
        String task = cycle.acknowledgement();
        reader.logsIn(PoisonedCycle.COORDINATOR);
        for (PoisonedForms.Poisoned form : new PoisonedForms(payloads).all()) {
            reader.page().unrouteAll();
            reader.page().route(DEPLOYED, route -> answer(route, form.form()));
            reader.page().route(VARIABLES, route -> answer(route, form.variables()));
            assertThat(reader.opensTask(task)).as(form.process()).contains(shown);
            assertThat(reader.witness().ran())
                    .as("the forms of " + form.process())
                    .isEmpty();
        }
    }

    private static void answer(Route route, String json) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(json));
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
