package nepsong.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * What a group may do with a resource.
 *
 * @param id of the one resource that is meant, or {@code *}
 */
record Grant(String group, Resource resource, String id, Set<Permission> permissions) {

    Grant {
        permissions = Set.copyOf(permissions);
    }

    static Grant of(String group, Resource resource, String id, Permission... permissions) {
        return new Grant(group, resource, id, Set.of(permissions));
    }
}
