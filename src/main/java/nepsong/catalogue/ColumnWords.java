package nepsong.catalogue;

import java.util.Map;
import nepsong.organisation.Groups;

/** What belongs into each column of the administrator's files. */
final class ColumnWords {

    static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("code", "Mã đơn vị: chữ thường không dấu, chữ số, gạch nối; ví dụ q-ba-dinh."),
            Map.entry(
                    "kind",
                    "Loại đơn vị, quyết định bộ tiêu chí: department (sở, ngành), department-with-public-places (sở, ngành có nơi công cộng), district (quận), town (thị xã), rural-district (huyện), ward (phường), commune (xã)."),
            Map.entry("name_vi", "Tên tiếng Việt, như in trên văn bản."),
            Map.entry("name_en", "Tên tiếng Anh."),
            Map.entry("area", "Địa bàn; dùng khi xếp cặp để tránh hai đơn vị cùng địa bàn."),
            Map.entry("valid_from", "Ngày bắt đầu hoạt động, dạng năm-tháng-ngày: 2025-07-01."),
            Map.entry("official_code", "Mã hành chính của Nhà nước, nếu có."),
            Map.entry("valid_to", "Ngày ngừng hoạt động; để trống nếu còn hoạt động."),
            Map.entry("successor", "Mã đơn vị kế thừa; đơn vị đó phải có trong tệp hoặc đã nạp."),
            Map.entry("latitude", "Vĩ độ trụ sở, ví dụ 21.029; ghi cùng kinh độ để tính khoảng cách khi xếp cặp."),
            Map.entry("longitude", "Kinh độ trụ sở, ví dụ 105.852."));

    static final Map<String, String> BLOCS = Map.of(
            "bloc", "Mã khối: chữ thường không dấu, chữ số, gạch nối; ví dụ khoi-1.",
            "name_vi", "Tên khối tiếng Việt; giống nhau ở mọi dòng của khối.",
            "name_en", "Tên khối tiếng Anh.",
            "unit", "Mã đơn vị thuộc khối; đơn vị phải được nạp trước.",
            "valid_from", "Ngày đơn vị vào khối, dạng năm-tháng-ngày: 2025-07-01.",
            "valid_to", "Ngày đơn vị rời khối; để trống nếu còn trong khối.");

    static final Map<String, String> PEOPLE = Map.of(
            "login",
            "Tên đăng nhập: chữ không dấu và chữ số.",
            "name",
            "Họ và tên.",
            "email",
            "Địa chỉ thư điện tử nhận thông báo.",
            "roles",
            "Một hay nhiều vai trò, cách nhau bằng dấu cách hoặc chấm phẩy: coordinator, head, inspector (của đơn vị ở cột unit), %s."
                    .formatted(String.join(", ", Groups.CITYWIDE)),
            "phone",
            "Số điện thoại 10 chữ số, bắt đầu bằng 0.",
            "position",
            "Chức vụ; in sau tên trong biên bản.",
            "unit",
            "Mã đơn vị công tác; bắt buộc với vai trò của đơn vị.",
            "agency",
            "Cơ quan mà người đó đại diện trong Đoàn kiểm tra.");

    static final Map<String, String> CHECKLISTS = Map.ofEntries(
            Map.entry("set", "Bộ tiêu chí: workplace (nơi công sở) hoặc public-place (nơi công cộng)."),
            Map.entry("group", "Nhóm, một chữ cái từ A đến F."),
            Map.entry("group_vi", "Tên nhóm tiếng Việt; giống nhau ở mọi dòng của nhóm."),
            Map.entry("code", "Mã tiêu chí: chữ hoa không dấu, chữ số, gạch nối; ví dụ CS-A1."),
            Map.entry("text_vi", "Nội dung tiêu chí tiếng Việt."),
            Map.entry("max", "Điểm tối đa, từ 0.25 đến 100, theo bước 0.25, dấu thập phân là dấu chấm."),
            Map.entry("method", "Cách chấm, hiện cạnh ô điểm."),
            Map.entry("evidence_vi", "Minh chứng cần có."),
            Map.entry("group_en", "Tên nhóm tiếng Anh."),
            Map.entry("text_en", "Nội dung tiêu chí tiếng Anh."),
            Map.entry("evidence_required", "Ghi x nếu chấm trên 0 điểm phải có tệp minh chứng."),
            Map.entry("photo_required", "Ghi x nếu chấm dưới điểm tối đa cần có ảnh."),
            Map.entry("na_rule", "Khi nào được chọn “Không áp dụng”; để trống nếu không được."),
            Map.entry("measure", "Ghi ratio (tỷ lệ) hoặc faults (số lỗi) nếu điểm tính được từ số liệu."),
            Map.entry("deduction", "Điểm trừ mỗi lỗi, chỉ với faults."),
            Map.entry("zero_below", "Dưới tỷ lệ phần trăm này được 0 điểm, chỉ với ratio."));

    static final Map<String, String> THEMES = Map.of(
            "theme", "Mã chuyên đề; common là các mục chung của mọi chuyên đề.",
            "theme_vi", "Tên chuyên đề tiếng Việt; giống nhau ở mọi dòng của chuyên đề.",
            "theme_en", "Tên chuyên đề tiếng Anh.",
            "code", "Mã mục, không trùng trong tệp; ví dụ CD-01.",
            "text_vi", "Nội dung mục tiếng Việt.",
            "text_en", "Nội dung mục tiếng Anh.");

    private ColumnWords() {}
}
