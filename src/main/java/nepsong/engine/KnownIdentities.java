package nepsong.engine;

import nepsong.organisation.PeopleChanges;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The engine's logins and memberships, which tell the organisation when somebody's changed. */
class KnownIdentities extends DbIdentityServiceProvider {

    private final PeopleChanges changes;

    KnownIdentities(PeopleChanges changes) {
        this.changes = changes;
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        return changed(super.saveUser(user));
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        return changed(super.deleteUser(userId));
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        return changed(super.saveGroup(group));
    }

    @Override
    public IdentityOperationResult deleteGroup(String groupId) {
        return changed(super.deleteGroup(groupId));
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        return changed(super.createMembership(userId, groupId));
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        return changed(super.deleteMembership(userId, groupId));
    }

    private IdentityOperationResult changed(IdentityOperationResult result) {
        changes.tell();
        return result;
    }

    /** Where the engine asks for its own. */
    static class Factory implements SessionFactory {

        private final PeopleChanges changes;

        Factory(PeopleChanges changes) {
            this.changes = changes;
        }

        @Override
        public Class<?> getSessionType() {
            return KnownIdentities.class;
        }

        @Override
        public Session openSession() {
            return new KnownIdentities(changes);
        }
    }
}
