package nepsong.engine;

import java.util.List;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/** The filter service at our terms: what a query may not say is not stored, and not put on top of what is stored. */
class GuardedFilterService extends FilterServiceImpl {

    private static <Q> Q sound(Q query) {
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(GuardedFilterService::check);
        }
        if (query instanceof AbstractQuery<?, ?> asked) {
            check(asked);
        }
        return query;
    }

    private static <Q> Q inOrder(Q query) {
        if (query instanceof AbstractQuery<?, ?> asked) {
            VietnameseOrder.apply(asked);
        }
        return query;
    }

    private static void check(AbstractQuery<?, ?> query) {
        if (!query.getExpressions().values().stream().allMatch(GuardedExpressions::mayStandInQuery)) {
            throw new NotAllowedException(GuardedExpressions.NOT_IN_A_QUERY);
        }
    }

    @Override
    public Filter saveFilter(Filter filter) {
        sound(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extending) {
        return super.list(filterId, inOrder(sound(extending)));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extending, int first, int most) {
        return super.listPage(filterId, inOrder(sound(extending)), first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> @Nullable T singleResult(String filterId, Q extending) {
        return super.singleResult(filterId, sound(extending));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extending) {
        return super.count(filterId, sound(extending));
    }
}
