package nepsong.engine;

import java.util.Set;

/** The allow-list, for tests of what it lets through. */
public final class AllowedCalls {

    private AllowedCalls() {}

    /** @param call method and path; ids in braces are of anything */
    public static boolean allow(String call, Set<String> groups) {
        String[] parts = call.split(" ");
        return WebApiCalls.allows(parts[0], parts[1].replaceAll("\\{[^}]*}", "none"), groups);
    }
}
