package nepsong.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.function.ToLongFunction;
import nepsong.operations.EngineState.Figures;
import org.springframework.stereotype.Component;

/** What an operator watches of the engine. */
@Component
class EngineGauges implements MeterBinder {

    private final EngineState engine;
    private final Clock clock;

    EngineGauges(EngineState engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "nepsong.engine.tasks.open", "Tasks that wait for somebody", Figures::openTasks);
        gauge(registry, "nepsong.engine.tasks.overdue", "Open tasks whose due date is past", Figures::overdueTasks);
        gauge(registry, "nepsong.engine.incidents", "Steps that wait for an administrator", Figures::incidents);
        gauge(registry, "nepsong.engine.jobs.executable", "Jobs that wait for a worker", Figures::executableJobs);
        Gauge.builder("nepsong.engine.jobs.oldest.age", engine, state -> state.figures(clock.instant())
                        .oldestJobSeconds())
                .description("How long the oldest job has been waiting for a worker")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToLongFunction<Figures> figure) {
        Gauge.builder(name, engine, state -> figure.applyAsLong(state.figures(clock.instant())))
                .description(description)
                .register(registry);
    }
}
