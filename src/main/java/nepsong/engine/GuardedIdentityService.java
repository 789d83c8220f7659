package nepsong.engine;

import nepsong.organisation.ErasedPeople;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** Who administers the application has no other role in it: nobody gives themselves a unit's work or a vote. And nobody gets the login of somebody who was erased. */
class GuardedIdentityService extends IdentityServiceImpl {

    private final ErasedPeople erased;

    GuardedIdentityService(ErasedPeople erased) {
        this.erased = erased;
    }

    @Override
    public void saveUser(User user, boolean skipPasswordPolicy) {
        if (user instanceof UserEntity made && made.getRevision() == 0 && erased.isTaken(made.getId())) {
            throw Caller.refusal(
                    "Tên đăng nhập này là của tài khoản đã xóa dữ liệu cá nhân, không lập lại được: hãy dùng tên khác");
        }
        super.saveUser(user, skipPasswordPolicy);
    }

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
