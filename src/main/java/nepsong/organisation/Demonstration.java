package nepsong.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fictitious people of the demonstration, and the units that they work for. */
public final class Demonstration {

    /** Of every demonstration login; whoever has it can do no more than play. */
    public static final String PASSWORD = "NepSong#2026";

    private static final String MAIL_HOST = "@nepsong.example";
    private static final String TEAM = "Đoàn kiểm tra";
    private static final String COUNCIL = "Hội đồng thi đua – khen thưởng";

    private static final String[] FAMILY_NAMES = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Lương"
    };
    private static final String[] GIVEN_NAMES = {
        "Thu Hà", "Minh Quân", "Ngọc Lan", "Đức Thịnh", "Thanh Mai", "Quốc Bảo", "Hồng Nhung", "Anh Tuấn",
        "Phương Thảo", "Hữu Phước", "Kim Oanh", "Trung Kiên", "Diệu Linh", "Gia Huy", "Bích Ngọc", "Hải Đăng",
        "Tố Uyên", "Việt Dũng", "Lan Hương"
    };

    /**
     * One person with the role that the login is for.
     *
     * @param group one of {@link Groups}
     * @param role  in Vietnamese
     */
    public record Login(Person person, String group, String role) {}

    private Demonstration() {}

    /** Those who do not belong to an inspected unit, in the order of the cycle. */
    public static List<Login> central() {
        List<Login> logins = new ArrayList<>();
        add(logins, "admin", Groups.ADMINISTRATORS, "Quản trị hệ thống", null);
        add(logins, "office", Groups.STANDING_OFFICE, "Cơ quan thường trực", "Sở Văn hóa và Thể thao");
        add(logins, "director", Groups.DEPARTMENT_LEADERS, "Lãnh đạo Sở", "Sở Văn hóa và Thể thao");
        add(
                logins,
                "cityLeader",
                Groups.CITY_LEADERS,
                "Lãnh đạo Ủy ban nhân dân Thành phố",
                "Ủy ban nhân dân Thành phố");
        add(logins, "headOfTeam", Groups.HEAD_OF_TEAM, "Trưởng đoàn kiểm tra", TEAM);
        add(logins, "secretary", Groups.SECRETARIES, "Thư ký đoàn kiểm tra", TEAM);
        add(logins, "member1", Groups.TEAM_MEMBERS, "Thành viên đoàn – Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc");
        add(logins, "member2", Groups.TEAM_MEMBERS, "Thành viên đoàn – Sở Nội vụ", "Sở Nội vụ");
        for (int i = 3; i <= 5; i++) {
            add(logins, "member" + i, Groups.TEAM_MEMBERS, "Thành viên đoàn kiểm tra", TEAM);
        }
        for (int i = 1; i <= 2; i++) {
            add(logins, "appraiser" + i, Groups.APPRAISERS, "Người thẩm định", TEAM);
        }
        add(logins, "awardOffice", Groups.AWARD_OFFICE, "Ban Thi đua – Khen thưởng", "Ban Thi đua – Khen thưởng");
        for (int i = 1; i <= 5; i++) {
            add(logins, "council" + i, Groups.COUNCIL, "Ủy viên Hội đồng thi đua – khen thưởng", COUNCIL);
        }
        add(logins, "manager", Groups.MANAGERS, "Cán bộ quản lý", "Sở Văn hóa và Thể thao");
        return List.copyOf(logins);
    }

    /** The three people of one unit: coordinator, head, inspector. */
    public static List<Login> of(String unitCode, String unitName) {
        String key = Unit.keyOf(unitCode);
        return List.of(
                login(key + "Coordinator", Groups.coordinatorAt(unitCode), "Đầu mối", unitCode, unitName),
                login(key + "Head", Groups.headAt(unitCode), "Lãnh đạo đơn vị", unitCode, unitName),
                login(key + "Inspector", Groups.inspectorAt(unitCode), "Người kiểm tra", unitCode, unitName));
    }

    /** Codes and names of the units of the demonstration's cycle, bloc by bloc. */
    public static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("so-du-lich", "Sở Du lịch");
        units.put("so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo");
        units.put("so-y-te", "Sở Y tế");
        units.put("so-giao-thong-van-tai", "Sở Giao thông vận tải");
        units.put("so-tai-nguyen-va-moi-truong", "Sở Tài nguyên và Môi trường");
        units.put("so-lao-dong-thuong-binh-va-xa-hoi", "Sở Lao động – Thương binh và Xã hội");
        units.put("q-ba-dinh", "Quận Ba Đình");
        units.put("q-hoan-kiem", "Quận Hoàn Kiếm");
        units.put("q-tay-ho", "Quận Tây Hồ");
        units.put("q-long-bien", "Quận Long Biên");
        units.put("q-cau-giay", "Quận Cầu Giấy");
        units.put("q-dong-da", "Quận Đống Đa");
        units.put("q-hai-ba-trung", "Quận Hai Bà Trưng");
        units.put("q-ha-dong", "Quận Hà Đông");
        units.put("tx-son-tay", "Thị xã Sơn Tây");
        units.put("h-ba-vi", "Huyện Ba Vì");
        units.put("h-dong-anh", "Huyện Đông Anh");
        units.put("h-gia-lam", "Huyện Gia Lâm");
        units.put("h-hoai-duc", "Huyện Hoài Đức");
        units.put("h-quoc-oai", "Huyện Quốc Oai");
        units.put("h-soc-son", "Huyện Sóc Sơn");
        units.put("h-thanh-tri", "Huyện Thanh Trì");
        return units;
    }

    private static void add(List<Login> logins, String id, String group, String role, @Nullable String agency) {
        logins.add(login(id, group, role, null, agency));
    }

    private static Login login(String id, String group, String role, @Nullable String unit, @Nullable String agency) {
        int hash = Math.floorMod(id.hashCode() * 31, 1_000_003);
        Person person = new Person(
                id,
                FAMILY_NAMES[hash % FAMILY_NAMES.length] + " " + GIVEN_NAMES[hash % GIVEN_NAMES.length],
                id + MAIL_HOST,
                "0%09d".formatted(900_000_000 + hash),
                role,
                unit,
                agency);
        return new Login(person, group, role);
    }
}
