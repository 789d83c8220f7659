package nepsong.demonstration;

import nepsong.cycle.Cycle;
import nepsong.cycle.Cycles;
import nepsong.organisation.DemonstrationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Once the demonstration's people are there, and before the first request is answered. */
@Component
class PrepareDemonstration implements SmartLifecycle {

    private final DemonstrationSettings settings;
    private final LoadHistory history;
    private final CyclePlay play;
    private final Cycles cycles;
    private final @Nullable PlayUntil until;
    private boolean running;

    PrepareDemonstration(DemonstrationSettings settings, LoadHistory history, CyclePlay play, Cycles cycles) {
        this.settings = settings;
        this.history = history;
        this.play = play;
        this.cycles = cycles;
        this.until = settings.demo() ? until(settings.demoUntil()) : null;
    }

    private static @Nullable PlayUntil until(@Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : PlayUntil.of(value).orElseThrow(() -> new UnknownStageException(value));
    }

    /** Neither is done a second time: a cycle that people have begun is theirs. */
    @Override
    public void start() {
        running = true;
        if (settings.demo()) {
            if (settings.demoHistory()) {
                history.load();
            }
            if (until != null && nothingButHistory()) {
                play.play(until);
            }
        }
    }

    private boolean nothingButHistory() {
        return cycles.all().stream().map(Cycle::code).allMatch(LastYear.CYCLE::equals);
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
