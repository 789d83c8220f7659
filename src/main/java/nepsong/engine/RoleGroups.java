package nepsong.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nepsong.organisation.Groups;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The roles as the engine's groups, under names that a person reads. */
@Component
class RoleGroups {

    /** Everybody with a role: what all may do is granted once, here, and not to each of some hundred groups. */
    static final String STAFF = "staff";

    private static final Map<String, String> NAMES = names();

    private final IdentityService identities;

    RoleGroups(IdentityService identities) {
        this.identities = identities;
    }

    /** Creates those that are missing, and of the units' groups given by id and name. */
    void ensure(Map<String, String> unitGroups) {
        Set<String> present =
                identities.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        Map<String, String> wanted = new LinkedHashMap<>(NAMES);
        wanted.putAll(unitGroups);
        wanted.forEach((id, name) -> {
            if (!present.contains(id)) {
                Group group = identities.newGroup(id);
                group.setName(name);
                group.setType(id.equals(Groups.ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
                identities.saveGroup(group);
            }
        });
    }

    /** Id to name. */
    static Map<String, String> ofUnit(String code, String name) {
        return Map.of(
                Groups.coordinatorAt(code),
                "Đầu mối – " + name,
                Groups.headAt(code),
                "Lãnh đạo đơn vị – " + name,
                Groups.inspectorAt(code),
                "Người kiểm tra – " + name);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(STAFF, "Mọi người có vai trò");
        names.put(Groups.ADMINISTRATORS, "Quản trị hệ thống");
        names.put(Groups.STANDING_OFFICE, "Cơ quan thường trực");
        names.put(Groups.DEPARTMENT_LEADERS, "Lãnh đạo Sở");
        names.put(Groups.CITY_LEADERS, "Lãnh đạo Ủy ban nhân dân Thành phố");
        names.put(Groups.HEAD_OF_TEAM, "Trưởng đoàn kiểm tra");
        names.put(Groups.SECRETARIES, "Thư ký đoàn kiểm tra");
        names.put(Groups.TEAM_MEMBERS, "Thành viên đoàn kiểm tra");
        names.put(Groups.APPRAISERS, "Người thẩm định");
        names.put(Groups.AWARD_OFFICE, "Ban Thi đua – Khen thưởng");
        names.put(Groups.COUNCIL, "Hội đồng thi đua – khen thưởng");
        names.put(Groups.MANAGERS, "Cán bộ quản lý");
        return names;
    }
}
