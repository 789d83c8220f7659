package nepsong.demonstration;

import nepsong.organisation.DemonstrationSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Once the demonstration's people are there, and before the first request is answered. */
@Component
class PrepareDemonstration implements SmartLifecycle {

    private final DemonstrationSettings settings;
    private final LoadHistory history;
    private boolean running;

    PrepareDemonstration(DemonstrationSettings settings, LoadHistory history) {
        this.settings = settings;
        this.history = history;
    }

    @Override
    public void start() {
        running = true;
        if (settings.demo() && settings.demoHistory()) {
            history.load();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which is among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
