package nepsong.engine;

import java.util.Map;
import nepsong.audit.AuditEvent;
import nepsong.audit.AuditTrail;
import nepsong.organisation.ErasedPeople;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** The identity service that writes down which person changed who there is and who acts in which group. */
class RecordedIdentities extends GuardedIdentityService {

    private final AuditTrail trail;

    RecordedIdentities(AuditTrail trail, ErasedPeople erased) {
        super(erased);
        this.trail = trail;
    }

    /** In the transaction of the change. What the system does by itself at its start is not worth a row. */
    private void recorded(Runnable change, AuditEvent event) {
        commandExecutor.execute(context -> {
            change.run();
            String person = context.getAuthenticatedUserId();
            if (person != null) {
                trail.record(event.by(person));
            }
            return null;
        });
    }

    @Override
    public void createMembership(String userId, String groupId) {
        recorded(
                () -> super.createMembership(userId, groupId),
                AuditEvent.of("role.granted").about(userId).changed(Map.of(), Map.of("group", groupId)));
    }

    @Override
    public void deleteMembership(String userId, String groupId) {
        recorded(
                () -> super.deleteMembership(userId, groupId),
                AuditEvent.of("role.withdrawn").about(userId).changed(Map.of("group", groupId), Map.of()));
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        recorded(
                () -> super.saveUser(user, skipPasswordPolicy),
                AuditEvent.of("person.saved").about(user.getId()));
    }

    @Override
    public void deleteUser(String userId) {
        recorded(() -> super.deleteUser(userId), AuditEvent.of("person.deleted").about(userId));
    }

    @Override
    public void unlockUser(String userId) {
        recorded(
                () -> super.unlockUser(userId), AuditEvent.of("person.unlocked").about(userId));
    }

    @Override
    public void saveGroup(Group group) {
        recorded(() -> super.saveGroup(group), AuditEvent.of("group.saved").about(group.getId()));
    }

    @Override
    public void deleteGroup(String groupId) {
        recorded(
                () -> super.deleteGroup(groupId), AuditEvent.of("group.deleted").about(groupId));
    }
}
