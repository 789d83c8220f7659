package nepsong.engine;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String ADAPTER = "Tasks";

    /** What all models read: the deadlines of the cycle and the names of units and blocs. */
    private static final Set<String> OF_ALL_MODELS = Set.of("deadlines", "names");

    private final ApplicationContext beans;

    ExpressionGuard(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Set<String> adapters = Stream.of(beans.getBeanDefinitionNames())
                .filter(bean -> OF_ALL_MODELS.contains(bean) || isAdapter(bean))
                .collect(Collectors.toUnmodifiableSet());
        configuration.setExpressionManager(new GuardedExpressions(beans, adapters::contains));
    }

    /** One per BPMN file, which it is named after; other things of ours are called tasks as well. */
    private boolean isAdapter(String bean) {
        String model = bean.replaceFirst(ADAPTER + "$", "")
                .replaceAll("([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        return bean.endsWith(ADAPTER)
                && beans.getResource("classpath:/processes/" + model + ".bpmn").exists();
    }
}
