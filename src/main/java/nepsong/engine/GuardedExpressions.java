package nepsong.engine;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Expressions without a scope come from queries, so from people; those with one come from our own models. */
class GuardedExpressions extends SpringExpressionManager {

    static final String NOT_IN_A_QUERY = "This expression is not allowed in a query";

    private static final String STEP = "\\.(?:plus|minus|with)[A-Za-z]{1,40}\\(-?\\d{0,6}\\)";

    /** The whole language that a query may speak. Whatever is not an expression at all is plain text. */
    private static final Pattern QUERY_EXPRESSION = Pattern.compile("\\s*[$#]\\{\\s*(?:currentUser\\(\\)"
            + "|currentUserGroups\\(\\)|now\\(\\)|dateTime\\(\\)(?:" + STEP + "){0,12}(?:\\.toDate\\(\\))?)\\s*}\\s*");

    private final ApplicationContext beans;
    private final Predicate<String> visible;

    /** @param visible names of the beans that a model may call */
    GuardedExpressions(ApplicationContext beans, Predicate<String> visible) {
        super(beans);
        this.beans = beans;
        this.visible = visible;
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution caller) {
                if (scope == null && !mayStandInQuery(text)) {
                    throw new ProcessEngineException(NOT_IN_A_QUERY);
                }
                return super.getValue(scope, caller);
            }
        };
    }

    /** Plain text may, and of expressions the handful that filters need. */
    static boolean mayStandInQuery(String text) {
        boolean code = text.contains("${") || text.contains("#{");
        return !code || QUERY_EXPRESSION.matcher(text).matches();
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new AdapterResolver());
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        resolver.add(new PlainBeanResolver());
        return resolver;
    }

    private final class AdapterResolver extends ReadOnlyResolver {
        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base == null && property instanceof String name && visible.test(name) && beans.containsBean(name)) {
                context.setPropertyResolved(true);
                return beans.getBean(name);
            }
            return null;
        }
    }

    /** Methods and properties of our own objects, without the way to their class. */
    private static final class PlainBeanResolver extends BeanELResolver {

        private static final Set<String> REFLECTION = Set.of("class", "getClass", "forName", "classLoader");

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuseReflection(base, property);
            return super.getValue(context, base, property);
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            refuseReflection(base, method);
            return super.invoke(context, base, method, types, arguments);
        }

        private static void refuseReflection(@Nullable Object base, @Nullable Object name) {
            if (base instanceof Class || base instanceof ClassLoader || REFLECTION.contains(String.valueOf(name))) {
                throw new ProcessEngineException("An expression may not look into classes");
            }
        }
    }
}
