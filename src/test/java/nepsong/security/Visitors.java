package nepsong.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nepsong.organisation.Demonstration;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The people of the demonstration in front of the running application, each logged in once. */
@TestComponent
public class Visitors {

    private static final String ANONYMOUS = "";

    private final Environment environment;
    private final ProcessEngine engine;
    private final Map<String, Visitor> present = new ConcurrentHashMap<>();

    Visitors(Environment environment, ProcessEngine engine) {
        this.environment = environment;
        this.engine = engine;
    }

    /** Whoever does nothing that ends the session may come again. */
    public Visitor as(String person) {
        return present.computeIfAbsent(person, id -> {
            Visitor visitor = anew();
            visitor.logIn(id, Demonstration.PASSWORD);
            return visitor;
        });
    }

    public Visitor nobody() {
        return present.computeIfAbsent(ANONYMOUS, id -> anew());
    }

    private Visitor anew() {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        return new Visitor(port, engine.getName());
    }
}
