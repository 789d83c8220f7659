package nepsong.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** What an expression may read and never replace. */
abstract class ReadOnlyResolver extends ELResolver {

    @Override
    public final Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public final boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public final void setValue(ELContext context, Object base, Object property, Object value) {
        if (getValue(context, base, property) != null) {
            throw new ProcessEngineException(property + " is not for an expression to change");
        }
    }

    @Override
    public final Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public final Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
