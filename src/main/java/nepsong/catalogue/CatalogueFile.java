package nepsong.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nepsong.organisation.LoadBlocs;
import nepsong.organisation.LoadPeople;
import nepsong.organisation.LoadUnits;

/** The files by which an administrator fills the registries, as they are explained to that person, in Vietnamese. */
public enum CatalogueFile {
    UNITS(
            "units",
            "Đơn vị",
            "Mỗi dòng là một đơn vị. Mã đã có thì thông tin được sửa, mã mới được thêm; không đơn vị nào bị xóa.",
            "Kỳ đang chạy giữ danh sách đơn vị đã cấu hình; tên đơn vị được sửa thì hiện tên mới ở mọi kỳ. Đơn vị mới chỉ có trong các kỳ được cấu hình từ nay.",
            LoadUnits.REQUIRED,
            LoadUnits.OPTIONAL,
            ColumnWords.UNITS),
    BLOCS(
            "blocs",
            "Khối thi đua",
            "Mỗi dòng cho biết một đơn vị thuộc khối nào, từ ngày nào. Nạp tệp đơn vị trước; không khối nào bị xóa.",
            "Kỳ đã cấu hình giữ các khối của mình. Các khối vừa nạp được đề xuất khi cấu hình kỳ sau.",
            LoadBlocs.REQUIRED,
            LoadBlocs.OPTIONAL,
            ColumnWords.BLOCS),
    PEOPLE(
            "people",
            "Người dùng",
            "Mỗi dòng là một tài khoản. Tài khoản đã có được sửa tên, thông tin, vai trò và giữ mật khẩu; tài khoản mới nhận mật khẩu ngẫu nhiên. Không ai bị xóa.",
            "Vai trò mới có hiệu lực trong nửa phút, kể cả với kỳ đang chạy: người được thêm vai trò thấy việc đang chờ của vai trò đó, việc đã có người nhận vẫn của người ấy.",
            LoadPeople.REQUIRED,
            LoadPeople.OPTIONAL,
            ColumnWords.PEOPLE),
    CHECKLISTS(
            "checklists",
            "Bộ tiêu chí",
            "Mỗi dòng là một tiêu chí. Tệp thành một phiên bản mới của bộ tiêu chí; mỗi bộ (nơi công sở, nơi công cộng) phải cộng đúng 100 điểm.",
            "Kỳ đang chạy và phiếu đã chấm giữ phiên bản của mình. Kỳ được lập kế hoạch từ nay chọn được phiên bản mới.",
            LoadChecklist.REQUIRED,
            LoadChecklist.OPTIONAL,
            ColumnWords.CHECKLISTS),
    THEMES(
            "themes",
            "Chuyên đề nơi công cộng",
            "Mỗi dòng là một mục kiểm tra. Tệp thành phiên bản mới của các chuyên đề; mục chung và mục riêng của mỗi chuyên đề phải đủ 10.",
            "Kỳ đã có kế hoạch giữ các chuyên đề đã chọn. Kỳ được lập kế hoạch từ nay chọn trong các chuyên đề vừa nạp.",
            LoadThemes.REQUIRED,
            LoadThemes.OPTIONAL,
            ColumnWords.THEMES);

    private final String code;
    private final String title;
    private final String explanation;
    private final String consequence;
    private final List<Column> columns;

    CatalogueFile(
            String code,
            String title,
            String explanation,
            String consequence,
            List<String> required,
            List<String> optional,
            Map<String, String> words) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.consequence = consequence;
        this.columns = Stream.concat(
                        required.stream().map(name -> Column.of(name, true, words)),
                        optional.stream().map(name -> Column.of(name, false, words)))
                .toList();
    }

    /** @param words what belongs into it */
    public record Column(String name, boolean required, String words) {

        private static Column of(String name, boolean required, Map<String, String> words) {
            String explained = words.get(name);
            if (explained == null) {
                throw new IllegalStateException("nobody explains the column " + name);
            }
            return new Column(name, required, explained);
        }
    }

    public static Optional<CatalogueFile> of(String code) {
        return Arrays.stream(values()).filter(file -> file.code.equals(code)).findFirst();
    }

    /** As in addresses and in the audit trail. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What a line is, and what becomes of what is known already. */
    public String explanation() {
        return explanation;
    }

    /** What running cycles and later ones have of it. */
    public String consequence() {
        return consequence;
    }

    /** Those that a file needs first. */
    public List<Column> columns() {
        return columns;
    }

    /** The first line of a file with all columns. */
    public String header() {
        return String.join(",", columns.stream().map(Column::name).toList());
    }

    /** Whether a version is published, which needs a title. */
    public boolean hasTitle() {
        return this == CHECKLISTS;
    }
}
