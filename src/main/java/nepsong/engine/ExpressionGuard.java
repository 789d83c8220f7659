package nepsong.engine;

import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Text that a person can send is never run as code. Stock Camunda 7.24 evaluates any method call in an or-query or a
 * stored filter (CVE-2026-109432); here a query's expression is one of a handful, and a process sees our adapters only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExpressionGuard extends AbstractProcessEnginePlugin {

    /** One adapter per BPMN file, and what all models read: the deadlines of the cycle and the names of units and blocs. */
    static final Predicate<String> ADAPTERS =
            bean -> bean.endsWith("Tasks") || bean.equals("deadlines") || bean.equals("names");

    private final ApplicationContext beans;

    ExpressionGuard(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new GuardedExpressions(beans, ADAPTERS));
    }
}
