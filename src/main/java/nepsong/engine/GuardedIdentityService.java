package nepsong.engine;

import nepsong.organisation.Groups;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;

/** Who administers the application has no other role in it: nobody gives themselves a unit's work or a vote. */
class GuardedIdentityService extends IdentityServiceImpl {

    @Override
    public void createMembership(String userId, String groupId) {
        if (commandExecutor.execute(Caller::isPerson) && mixesRoles(userId, groupId)) {
            throw Caller.refusal("Quản trị hệ thống không kiêm vai trò khác: hãy dùng hai tài khoản riêng");
        }
        super.createMembership(userId, groupId);
    }

    private boolean mixesRoles(String userId, String groupId) {
        boolean toAdministrators = groupId.equals(Groups.ADMINISTRATORS);
        return createGroupQuery().groupMember(userId).listPage(0, EngineSettings.MOST_ROWS_OF_A_QUERY).stream()
                .anyMatch(group -> toAdministrators != group.getId().equals(Groups.ADMINISTRATORS));
    }
}
