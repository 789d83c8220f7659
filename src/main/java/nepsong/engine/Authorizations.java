package nepsong.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * The whole of what the roles may do in the engine. Permissions on a single task come and go with its candidates by
 * themselves; everything else is here, and what stands in the database beside it is taken away at the next start.
 */
@Component
class Authorizations {

    /** Every process of the house in which people have tasks. */
    static final List<String> PROCESSES = List.of(
            "inspection-cycle",
            "directive",
            "bloc-inspection",
            "self-assessment",
            "cross-inspection",
            "correction",
            "evaluation",
            "appeal",
            "follow-up",
            "commendation",
            "extension");

    /** The engine writes these itself, one per task or finished task. */
    static final Set<Integer> WRITTEN_BY_THE_ENGINE = Set.of(
            Resources.TASK.resourceType(),
            Resources.HISTORIC_TASK.resourceType(),
            Resources.HISTORIC_PROCESS_INSTANCE.resourceType(),
            Resources.GROUP.resourceType());

    private static final Set<String> ROLES = Stream.concat(
                    Stream.of(RoleGroups.STAFF, Groups.ADMINISTRATORS), Groups.CITYWIDE.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final AuthorizationService authorizations;

    Authorizations(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** @param filters ids of the inbox filters by name */
    void ensure(Map<String, String> filters) {
        List<Grant> wanted = grants(filters);
        List<Grant> done = new ArrayList<>();
        for (Authorization present : present()) {
            Optional<Grant> same = wanted.stream()
                    .filter(grant -> matches(present, grant) && !done.contains(grant))
                    .findFirst();
            if (same.isPresent()) {
                done.add(same.get());
                save(present, same.get());
            } else if (!WRITTEN_BY_THE_ENGINE.contains(present.getResourceType())) {
                authorizations.deleteAuthorization(present.getId());
            }
        }
        for (Grant grant : wanted) {
            if (!done.contains(grant)) {
                Authorization fresh = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
                fresh.setGroupId(grant.group());
                fresh.setResource(grant.resource());
                fresh.setResourceId(grant.id());
                save(fresh, grant);
            }
        }
    }

    static List<Grant> grants(Map<String, String> filters) {
        List<Grant> grants = new ArrayList<>();
        grants.add(Grant.of(RoleGroups.STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
        // Tasklist shows to whom a task is offered by the group's name, and to who may not read it by its id.
        for (String group : Groups.CITYWIDE) {
            grants.add(Grant.of(RoleGroups.STAFF, Resources.GROUP, group, Permissions.READ));
        }
        for (String name : InboxFilters.SHARED) {
            grants.add(Grant.of(RoleGroups.STAFF, Resources.FILTER, idOf(name, filters), Permissions.READ));
        }
        grants.add(Grant.of(RoleGroups.STAFF, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
        grants.add(Grant.of(
                RoleGroups.STAFF,
                Resources.PROCESS_DEFINITION,
                "commendation",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE));
        grants.add(Grant.of(
                Groups.STANDING_OFFICE,
                Resources.PROCESS_DEFINITION,
                "inspection-cycle",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE));
        grants.add(Grant.of(Groups.MANAGERS, Resources.FILTER, idOf(InboxFilters.ALL, filters), Permissions.READ));
        for (String process : PROCESSES) {
            grants.add(Grant.of(
                    Groups.MANAGERS,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_ASSIGN));
        }
        grants.addAll(administration());
        return List.copyOf(grants);
    }

    private static String idOf(String filter, Map<String, String> ids) {
        return Objects.requireNonNull(ids.get(filter), filter);
    }

    /** Runs the engine and its people; sees and does nobody's work, starts nothing, deploys nothing. */
    private static List<Grant> administration() {
        List<Grant> grants = new ArrayList<>();
        for (Resource resource : List.of(
                Resources.APPLICATION, Resources.USER, Resources.GROUP, Resources.GROUP_MEMBERSHIP, Resources.FILTER)) {
            grants.add(admin(resource, Permissions.ALL));
        }
        // What may be done is said in this class alone, whoever administers the people.
        grants.add(admin(Resources.AUTHORIZATION, Permissions.READ));
        grants.add(admin(Resources.PROCESS_INSTANCE, Permissions.READ, Permissions.DELETE));
        grants.add(admin(
                Resources.PROCESS_DEFINITION,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                ProcessDefinitionPermissions.DELETE_INSTANCE));
        grants.add(admin(Resources.DEPLOYMENT, Permissions.READ));
        grants.add(admin(Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY));
        grants.add(admin(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ));
        // What Cockpit needs to try failed jobs again, and nothing that moves, ends or erases instances in bulk.
        grants.add(admin(
                Resources.BATCH,
                BatchPermissions.READ,
                BatchPermissions.READ_HISTORY,
                BatchPermissions.UPDATE,
                BatchPermissions.DELETE,
                BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES));
        grants.add(admin(Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
        grants.add(admin(Resources.SYSTEM, SystemPermissions.READ));
        return grants;
    }

    private static Grant admin(Resource resource, Permission... permissions) {
        return Grant.of(Groups.ADMINISTRATORS, resource, ANY, permissions);
    }

    private List<Authorization> present() {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(ROLES.toArray(String[]::new))
                .list();
    }

    private static boolean matches(Authorization present, Grant grant) {
        return present.getAuthorizationType() == AUTH_TYPE_GRANT
                && grant.group().equals(present.getGroupId())
                && grant.resource().resourceType() == present.getResourceType()
                && grant.id().equals(present.getResourceId());
    }

    private void save(Authorization authorization, Grant grant) {
        Permission[] permissions = grant.permissions().toArray(Permission[]::new);
        Set<Permission> before = Set.of(authorization.getPermissions(permissions));
        if (authorization.getId() != null && before.equals(grant.permissions())) {
            return;
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
