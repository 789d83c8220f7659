package nepsong.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nepsong.organisation.Demonstration;
import nepsong.organisation.Groups;
import nepsong.security.RunningApplication;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningApplication
class AuthorizationsTest {

    @Autowired
    private AuthorizationService granted;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Authorizations authorizations;

    @Autowired
    private InboxFilters filters;

    @Autowired
    private DemonstrationPeople people;

    @Test
    void whatStandsInTheDatabaseIsWhatTheCodeSays() {
        List<Grant> wanted = Authorizations.grants(filters.ensure());
        List<String> said = wanted.stream()
                .map(each -> each.group() + each.resource().resourceType() + each.id())
                .toList();
        List<String> present = granted.createAuthorizationQuery().list().stream()
                .filter(each -> each.getGroupId() != null)
                .filter(each -> each.getResourceId().equals("*")
                        || !Authorizations.WRITTEN_BY_THE_ENGINE.contains(each.getResourceType())
                        || said.contains(each.getGroupId() + each.getResourceType() + each.getResourceId()))
                .map(each -> each.getGroupId() + each.getResourceType() + each.getResourceId())
                .toList();
        assertThat(present).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void theNameOfACityWideGroupIsReadByEverybodyAndThatOfAUnitsByItsOwn() {
        String other = Groups.headAt("q-tay-ho");
        assertThat(mayRead("qbadinhInspector", Groups.APPRAISERS)).isTrue();
        assertThat(mayRead("qbadinhInspector", other)).isFalse();
    }

    private boolean mayRead(String person, String group) {
        return granted.isUserAuthorized(person, groups(person), Permissions.READ, Resources.GROUP, group);
    }

    @Test
    void aSecondStartChangesNothingAndTakesAwayWhatWasAddedByHand() {
        long before = granted.createAuthorizationQuery().count();
        Authorization stray = granted.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        stray.setGroupId(Groups.TEAM_MEMBERS);
        stray.setResource(Resources.PROCESS_DEFINITION);
        stray.setResourceId("*");
        stray.addPermission(ProcessDefinitionPermissions.READ_HISTORY);
        granted.saveAuthorization(stray);
        Map<String, String> ids = filters.ensure();
        authorizations.ensure(ids);
        authorizations.ensure(ids);
        assertThat(granted.createAuthorizationQuery().count()).isEqualTo(before);
    }

    @Test
    void theStandingOfficeStartsACycleEverybodyAtWorkANominationAndNobodyAnythingElse() {
        for (String person : everybody()) {
            for (String process : Authorizations.PROCESSES) {
                boolean may = process.equals("inspection-cycle") && person.equals("office")
                        || process.equals("commendation") && !person.equals("admin");
                assertThat(mayStart(person, process))
                        .as("%s %s", person, process)
                        .isEqualTo(may);
            }
        }
    }

    private static List<String> everybody() {
        return Stream.concat(Demonstration.central().stream(), Demonstration.of("q-ba-dinh", "Quận Ba Đình").stream())
                .map(login -> login.person().id())
                .toList();
    }

    @Test
    void theAdministratorDoesNobodysWorkAndManagersOnlyReassign() {
        for (String process : Authorizations.PROCESSES) {
            assertThat(may("admin", ProcessDefinitionPermissions.TASK_WORK, process))
                    .isFalse();
            assertThat(may("admin", ProcessDefinitionPermissions.UPDATE_TASK, process))
                    .isFalse();
            assertThat(may("admin", ProcessDefinitionPermissions.READ_TASK, process))
                    .isFalse();
            assertThat(may("manager", ProcessDefinitionPermissions.TASK_WORK, process))
                    .isFalse();
            assertThat(may("manager", ProcessDefinitionPermissions.READ_TASK, process))
                    .isTrue();
            assertThat(may("manager", ProcessDefinitionPermissions.TASK_ASSIGN, process))
                    .isTrue();
            assertThat(may("office", ProcessDefinitionPermissions.READ_TASK, process))
                    .isFalse();
        }
        for (ProcessDefinitionPermissions permission : ProcessDefinitionPermissions.values()) {
            boolean wanted = Set.of(
                            "NONE",
                            "READ",
                            "READ_INSTANCE",
                            "READ_HISTORY",
                            "RETRY_JOB",
                            "SUSPEND",
                            "SUSPEND_INSTANCE",
                            "DELETE_INSTANCE")
                    .contains(permission.getName());
            assertThat(may("admin", permission, "evaluation"))
                    .as("what was done is not erased: %s", permission.getName())
                    .isEqualTo(wanted);
        }
        for (BatchPermissions batch : BatchPermissions.values()) {
            boolean wanted = Set.of("NONE", "READ", "READ_HISTORY", "UPDATE", "DELETE", "CREATE_BATCH_SET_JOB_RETRIES")
                    .contains(batch.getName());
            assertThat(granted.isUserAuthorized("admin", groups("admin"), batch, Resources.BATCH))
                    .as(batch.getName())
                    .isEqualTo(wanted);
        }
        assertThat(may("admin", ProcessDefinitionPermissions.MIGRATE_INSTANCE, "evaluation"))
                .isFalse();
        assertThat(granted.isUserAuthorized("admin", groups("admin"), Permissions.CREATE, Resources.DEPLOYMENT))
                .isFalse();
        assertThat(granted.isUserAuthorized("admin", groups("admin"), Permissions.CREATE, Resources.AUTHORIZATION))
                .isFalse();
    }

    @Test
    void onlyTheAdministratorHasGrantsOnAllOfAKindAndEverybodyTheOneToStartWhatTheyMay() {
        assertThat(Authorizations.grants(filters.ensure()).stream()
                        .filter(grant ->
                                grant.id().equals("*") && !grant.group().equals(Groups.ADMINISTRATORS)))
                .containsExactly(Grant.of(RoleGroups.STAFF, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE));
    }

    @Test
    void peopleForAnyUnitsAreMadeFastAndOnce() {
        Map<String, String> units = java.util.stream.IntStream.range(0, 50)
                .boxed()
                .collect(Collectors.toMap(i -> "thu-" + i, i -> "Đơn vị thử " + i));
        long start = System.nanoTime();
        people.seed(units);
        people.seed(units);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
        assertThat(identities.createUserQuery().memberOfGroup("headAtthu7").list())
                .singleElement()
                .satisfies(head -> assertThat(head.getEmail()).isEqualTo("thu7Head@nepsong.example"));
        assertThat(identities.createUserQuery().memberOfGroup(Groups.COUNCIL).count())
                .isEqualTo(5);
    }

    private boolean mayStart(String person, String process) {
        return may(person, ProcessDefinitionPermissions.CREATE_INSTANCE, process)
                && granted.isUserAuthorized(person, groups(person), Permissions.CREATE, Resources.PROCESS_INSTANCE);
    }

    private boolean may(String person, ProcessDefinitionPermissions permission, String process) {
        return granted.isUserAuthorized(person, groups(person), permission, Resources.PROCESS_DEFINITION, process);
    }

    private List<String> groups(String person) {
        return identities.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
    }
}
