package nepsong.engine;

import java.util.regex.Pattern;

/** Of the calls that the administrator may make: what not even they may, and what is written down. */
final class AdministratorCalls {

    /** A plan moves tokens wherever it likes, and carries variables of its own. */
    private static final Pattern MIGRATION = Pattern.compile(".*/migration/execute.*");

    private static final Pattern OPERATION = Pattern.compile(
            "(?:PUT|DELETE) .*/(?:process-instance|process-definition|job|job-definition|batch)/.+"
                    + "|POST .*/(?:process-instance/delete|process-instance/suspended.*|job/retries|job/[^/]+/execute)");

    private AdministratorCalls() {}

    static boolean isMigration(String path) {
        return MIGRATION.matcher(path).matches();
    }

    /** Whether it ends, suspends or pushes on what runs. */
    static boolean isOperation(String method, String uri) {
        return OPERATION.matcher(method + " " + uri).matches();
    }
}
