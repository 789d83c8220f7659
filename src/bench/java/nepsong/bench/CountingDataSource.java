package nepsong.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database. A statement is one execution; a batch is one statement, and as many rows as were
 * added to it.
 */
final class CountingDataSource extends DelegatingDataSource {

    /** What was sent so far, or between two moments. */
    record Count(long statements, long rows) {

        Count since(Count before) {
            return new Count(statements - before.statements, rows - before.rows);
        }

        Count plus(Count other) {
            return new Count(statements + other.statements, rows + other.rows);
        }
    }

    private final LongAdder statements = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final Map<String, LongAdder> bySql = new ConcurrentHashMap<>();
    private final ThreadLocal<Count> here = ThreadLocal.withInitial(() -> new Count(0, 0));
    private volatile boolean naming;

    CountingDataSource(DataSource target) {
        super(target);
    }

    /** Of all threads. */
    Count count() {
        return new Count(statements.sum(), rows.sum());
    }

    /** Of this thread: what works in the background meanwhile is nobody's completion. */
    Count countHere() {
        return here.get();
    }

    void forgetSql() {
        bySql.clear();
    }

    /** From now on each statement is told with the methods of ours that send it. */
    void nameSenders() {
        naming = true;
    }

    private static String sender() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("nepsong.")
                                && !frame.getClassName().startsWith("nepsong.bench.")
                                && !frame.getClassName().contains("$$"))
                        .limit(4)
                        .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                        .collect(Collectors.joining(" < ")));
    }

    /** The statements that are executed most, with how often. */
    List<Map.Entry<String, Long>> most(int limit) {
        return bySql.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().sum()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return counted(super.getConnection(username, password));
    }

    private Connection counted(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(loader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    return result instanceof Statement statement
                            ? counted(statement, method, arguments == null ? "" : String.valueOf(arguments[0]))
                            : result;
                });
    }

    private Object counted(Statement statement, Method by, String sql) {
        Class<?> type = by.getReturnType();
        if (type != Statement.class && type != PreparedStatement.class && type != CallableStatement.class) {
            return statement;
        }
        int[] waiting = {0};
        return Proxy.newProxyInstance(loader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.equals("addBatch")) {
                waiting[0]++;
            } else if (name.startsWith("execute")) {
                boolean batch = name.endsWith("Batch");
                Count sent = new Count(1, batch ? waiting[0] : 1);
                statements.increment();
                rows.add(sent.rows());
                here.set(here.get().plus(sent));
                waiting[0] = 0;
                bySql.computeIfAbsent(naming ? sql + " <- " + sender() : sql, ignored -> new LongAdder())
                        .increment();
            }
            return invoke(statement, method, arguments);
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static ClassLoader loader() {
        return CountingDataSource.class.getClassLoader();
    }
}
