package nepsong.engine;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nepsong.organisation.Groups;

/**
 * The calls that Tasklist makes for a member of staff: recorded in a browser (WorkBrowserTest), and beside them only such
 * as have a reason, written in {@code src/test/resources/security/tasklist-calls.csv}.
 */
final class WebApiCalls {

    /** Bytes; a scorecard with texts of the greatest length stays far below. */
    private static final int LARGEST_FORM = 4_000_000;

    /** Of queries, comments and whatever else is no form. */
    private static final int LARGEST_BODY = 512_000;

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_PARTS_OF_A_FORM = 100_000;

    private static final Pattern FORM = Pattern.compile(".*/(task|process-definition)/[^/]+/(complete|submit-form)/?");

    private static final String ENGINE = "/camunda/api/engine/engine/[^/]+";
    private static final String ID = "/[^/]+";

    /** @param group whose members only may call it; empty for all */
    private record Call(Set<String> methods, Pattern path, String group) {}

    private static final List<Call> CALLS = List.of(
            // Who is logged in, and in which groups.
            get("/camunda/api/admin/auth/user" + ID),
            post("/camunda/api/admin/auth/user" + ID + "/logout"),
            get("/camunda/api/engine/engine/?"),
            get("/camunda/api/tasklist/plugin/[^/]+/.+"),
            get(ENGINE + "/user" + ID + "/profile"),
            get(ENGINE + "/identity/groups"),
            // The inboxes; making and changing them is the administrator's.
            call("GET OPTIONS", ENGINE + "/filter", ""),
            get(ENGINE + "/filter/count"),
            get(ENGINE + "/filter" + ID),
            call("GET POST", ENGINE + "/filter" + ID + "/(list|count|singleResult)", ""),
            // Tasks.
            call("GET POST", ENGINE + "/task(/count)?", ""),
            get(ENGINE + "/task" + ID),
            get(ENGINE + "/task" + ID + "/(form|deployed-form|form-variables|comment)"),
            post(ENGINE + "/task" + ID + "/(claim|unclaim|submit-form|complete|comment/create)"),
            call("POST", ENGINE + "/task" + ID + "/assignee", Groups.MANAGERS),
            // What a person may start, and what was done to a task.
            get(ENGINE + "/process-definition(/count)?"),
            get(ENGINE + "/process-definition" + ID + "/(startForm|deployed-start-form|xml)"),
            post(ENGINE + "/process-definition" + ID + "/submit-form"),
            get(ENGINE + "/history/user-operation(/count)?"));

    private WebApiCalls() {}

    static boolean allows(String method, String path, Set<String> groups) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return CALLS.stream()
                .anyMatch(call -> call.methods().contains(asked)
                        && call.path().matcher(path).matches()
                        && (call.group().isEmpty() || groups.contains(call.group())));
    }

    /**
     * Names, values and brackets of a body: a form's list has a row for each unit of the city, a question has no such list.
     */
    static int mostParts(String path) {
        return isForm(path) ? MOST_PARTS_OF_A_FORM : MOST_PARTS;
    }

    /** In bytes. */
    static int largestBody(String path) {
        return isForm(path) ? LARGEST_FORM : LARGEST_BODY;
    }

    /** Whether a form is handed in there. */
    static boolean isForm(String path) {
        return FORM.matcher(path).matches();
    }

    private static Call get(String path) {
        return call("GET", path, "");
    }

    private static Call post(String path) {
        return call("POST", path, "");
    }

    private static Call call(String methods, String path, String group) {
        return new Call(Set.of(methods.split(" ")), Pattern.compile(path), group);
    }
}
