package nepsong.audit;

import java.util.Arrays;
import java.util.Optional;

/** What is written to the trail, in the words of its readers. An action that is not named here is shown by its id. */
public enum AuditAction {
    TASK_COMPLETED("task.completed", "Hoàn thành việc", true),
    FORM_REFUSED("form.refused", "Biểu mẫu bị từ chối", true),
    FORM_FOREIGN_FIELD("form.foreign-field", "Gửi giá trị biểu mẫu không có", true),
    DELEGATION_NAMED("delegation.named", "Ủy quyền", true),
    DELEGATION_ENDED("delegation.ended", "Kết thúc ủy quyền", true),
    DELEGATION_CLAIMED("delegation.claimed", "Nhận việc thay người ủy quyền", true),
    DELEGATION_ACTED("delegation.acted", "Làm thay người ủy quyền", true),
    TASK_REMINDED("task.reminded", "Nhắc việc", true),
    TASK_REASSIGNED("task.reassigned", "Giao lại việc", true),
    ESCALATION_OVERDUE("escalation.overdue", "Báo cáo việc quá hạn lên cấp trên", true),
    ESCALATION_UNATTENDED("escalation.unattended", "Chuyển việc chưa có người phụ trách", true),
    EXTENSION_ASKED("extension.asked", "Xin gia hạn", true),
    EXTENSION_GRANTED("extension.granted", "Cho gia hạn", true),
    EXTENSION_REFUSED("extension.refused", "Không cho gia hạn", true),
    PROCESS_STARTED("process.started", "Bắt đầu quy trình", true),
    FILE_VIEWED("file.viewed", "Xem hồ sơ của đơn vị khác", true),
    UNIT_FILE_READ("unit-file.read", "Xem hồ sơ tổng hợp của đơn vị khác", true),
    SCORECARD_READ("scorecard.read", "Xem phiếu chấm của đơn vị khác", true),
    FINDINGS_READ("findings.read", "Xem tồn tại của đơn vị khác", true),
    LISTING_READ("listing.read", "Xem bảng số liệu của nhiều đơn vị", true),
    EVIDENCE_ADDED("evidence.added", "Thêm minh chứng", true),
    EVIDENCE_CHANGED("evidence.changed", "Sửa minh chứng", true),
    EVIDENCE_READ("evidence.read", "Mở minh chứng của đơn vị khác", true),
    EVIDENCE_REMOVED("evidence.removed", "Gỡ minh chứng", true),
    SCORES_SELF("scores.self", "Chấm điểm tự đánh giá", true),
    SCORES_CROSS("scores.cross", "Chấm điểm kiểm tra chéo", true),
    SCORES_ANSWERED("scores.answered", "Trả lời giải trình điểm", true),
    SCORES_SETTLED("scores.settled", "Quyết định điểm còn khác nhau", true),
    SCORES_FINAL("scores.final", "Chốt điểm kiểm tra", true),
    APPRAISAL_MADE("appraisal.made", "Thẩm định điểm thưởng, điểm trừ", true),
    APPRAISAL_DECIDED("appraisal.decided", "Quyết định về xếp loại điều chỉnh", true),
    DIFFERENCE_RESOLVED("difference.resolved", "Giải quyết chênh lệch kiểm tra kép", true),
    NOMINATION_OWN_HANDLED("nomination.own-handled", "Xử lý đề nghị do chính mình lập", true),
    PAIRS_APPROVED("pairs.approved", "Phê duyệt cặp kiểm tra có thay đổi", true),
    PAIRS_REPLACED("pairs.replaced", "Thay đơn vị kiểm tra", true),
    VISIT_MOVED("visit.moved", "Đổi lịch kiểm tra", true),
    SCORES_APPEALED("scores.appealed", "Quyết định điểm khi xem xét lại", true),
    RESULT_GRADED("result.graded", "Tính kết quả, xếp loại", true),
    RESULTS_PUBLISHED("results.published", "Công bố kết quả", true),
    CYCLE_WITHDRAWN("cycle.withdrawn", "Dừng kỳ kiểm tra", true),
    CYCLE_DEADLINES_CHANGED("cycle.deadlines-changed", "Đổi thời hạn các bước", true),
    LOGIN_SUCCEEDED("login.succeeded", "Đăng nhập", false),
    LOGIN_REFUSED("login.refused", "Đăng nhập bị từ chối", false),
    LOGIN_ENDED("login.ended", "Đăng xuất", false),
    WEB_REFUSED("web.refused", "Truy cập bị từ chối", false),
    WEB_API_REFUSED("web-api.refused", "Gọi chương trình bị từ chối", false),
    REFUSALS_MANY("refusals.many", "Bị từ chối quá nhiều lần", false),
    ROLE_GRANTED("role.granted", "Thêm vào nhóm", false),
    ROLE_WITHDRAWN("role.withdrawn", "Đưa ra khỏi nhóm", false),
    PASSWORD_CHANGED("password.changed", "Đổi mật khẩu", false),
    PERSON_SAVED("person.saved", "Tạo hoặc sửa tài khoản", false),
    PERSON_DELETED("person.deleted", "Xóa tài khoản", false),
    PERSON_EXPORTED("person.exported", "Xuất dữ liệu cá nhân", false),
    PERSON_ERASED("person.erased", "Xóa dữ liệu cá nhân", false),
    PERSON_UNLOCKED("person.unlocked", "Mở khóa tài khoản", false),
    GROUP_SAVED("group.saved", "Tạo hoặc sửa nhóm", false),
    GROUP_DELETED("group.deleted", "Xóa nhóm", false),
    PARAMETER_CHANGED("parameter.changed", "Sửa tham số", false),
    CATALOGUE_LOADED("catalogue.loaded", "Nạp danh mục", false),
    CALENDAR_CHANGED("calendar.changed", "Sửa lịch làm việc", false),
    MAIL_RESENT("mail.resent", "Gửi lại thư", false),
    ENGINE_OPERATED("engine.operated", "Can thiệp vào quy trình đang chạy", false),
    JOB_RETRIED("job.retried", "Cho chạy lại bước lỗi", false),
    AUDIT_VERIFIED("audit.verified", "Kiểm tra chuỗi nhật ký", false);

    private final String id;
    private final String title;
    private final boolean business;

    AuditAction(String id, String title, boolean business) {
        this.id = id;
        this.title = title;
        this.business = business;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Shown by its id where it has no name. */
    public static String titleOf(String id) {
        return known(id).map(AuditAction::title).orElse(id);
    }

    /** Whether values and reasons are none of the administrator's business. So are those of an unknown action. */
    public static boolean isBusiness(String id) {
        return known(id).map(action -> action.business).orElse(true);
    }

    private static Optional<AuditAction> known(String id) {
        return Arrays.stream(values()).filter(action -> action.id.equals(id)).findFirst();
    }
}
