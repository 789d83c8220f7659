package nepsong.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The inboxes that Tasklist offers, in the order of their priority. */
@Component
class InboxFilters {

    static final String MINE = "Việc của tôi";
    static final String MY_GROUPS = "Việc của nhóm tôi";
    static final String UNCLAIMED = "Chưa có người nhận";
    static final String DUE_SOON = "Sắp đến hạn";
    static final String OVERDUE = "Quá hạn";
    static final String RETURNED = "Trả lại cho tôi";
    static final String ALL = "Tất cả";

    /** For everybody with a role. */
    static final List<String> SHARED = List.of(MINE, MY_GROUPS, UNCLAIMED, DUE_SOON, OVERDUE, RETURNED);

    private final FilterService filters;
    private final TaskService tasks;

    InboxFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes or mends them and returns their ids by name. */
    Map<String, String> ensure() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put(MINE, ensure(MINE, "Việc bạn đã nhận và cần hoàn thành", 10, "#1b6e3c", mine()));
        ids.put(
                MY_GROUPS,
                ensure(
                        MY_GROUPS,
                        "Mọi việc đang mở của các nhóm mà bạn thuộc về và của người bạn làm thay",
                        20,
                        "#0b5cad",
                        offered().includeAssignedTasks()));
        ids.put(
                UNCLAIMED,
                ensure(
                        UNCLAIMED,
                        "Việc của nhóm bạn hoặc bạn được làm thay mà chưa ai nhận",
                        30,
                        "#5b4b9a",
                        offered().taskUnassigned()));
        ids.put(
                DUE_SOON,
                ensure(
                        DUE_SOON,
                        "Việc phải xong trong ba ngày tới",
                        40,
                        "#b26a00",
                        dueBetween("${now()}", "${dateTime().plusDays(3).toDate()}")));
        ids.put(
                OVERDUE,
                ensure(OVERDUE, "Việc đã quá hạn", 50, "#b3261e", reachable().dueBeforeExpression("${now()}")));
        ids.put(
                RETURNED,
                ensure(
                        RETURNED,
                        "Việc bạn hoặc nhóm của bạn phải làm lại, bổ sung hay sửa theo lý do ghi ở biểu mẫu",
                        55,
                        "#8a3ffc",
                        reachable().taskVariableValueEquals(ReturnedTasks.RETURNED, true)));
        ids.put(ALL, ensure(ALL, "Mọi việc đang mở của kỳ kiểm tra", 60, "#44515c", tasks.createTaskQuery()));
        return ids;
    }

    /** What stands in a database of an earlier version is mended; what is as it should be is not written again. */
    private String ensure(String name, String description, int priority, String colour, TaskQuery query) {
        List<Filter> same = filters.createTaskFilterQuery().filterName(name).list();
        Filter wanted = filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "color",
                        colour,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(
                                Map.of("name", "unitName", "label", "Đơn vị"),
                                Map.of("name", "cycle", "label", "Kỳ"))));
        if (same.isEmpty()) {
            return filters.saveFilter(wanted).getId();
        }
        Filter filter = same.get(0);
        if (!asked(filter).equals(asked(wanted)) || !wanted.getProperties().equals(filter.getProperties())) {
            filter.setQuery(query);
            filter.setProperties(wanted.getProperties());
            filters.saveFilter(filter);
        }
        return filter.getId();
    }

    private static String asked(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
    }

    private TaskQuery mine() {
        return tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}");
    }

    /** To one's groups, or to oneself, as a substitute's and a substitute's principal's are. */
    private TaskQuery offered() {
        return tasks.createTaskQuery().taskCandidateUserExpression("${currentUser()}");
    }

    /** Taken, or offered: what a person may do something about. */
    private TaskQuery reachable() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateUserExpression("${currentUser()}")
                .includeAssignedTasks()
                .endOr();
    }

    private TaskQuery dueBetween(String from, String to) {
        return reachable().dueAfterExpression(from).dueBeforeExpression(to);
    }
}
