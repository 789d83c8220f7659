package nepsong.correction;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of findings that the decision table {@code finding-deadline} knows, by the names that it gives them. */
public enum FindingType {
    BOARD_FADED("Bảng niêm yết bạc màu"),
    BOARD_TORN("Bảng niêm yết cũ, rách"),
    BOARD_WRONG("Bảng niêm yết sai nội dung"),
    BOARD_MISSING("Thiếu bảng niêm yết"),
    WORKPLACE_UNTIDY("Nơi làm việc chưa gọn gàng"),
    COMMUNICATION_IRREGULAR("Tuyên truyền không thường xuyên"),
    AUDIENCE_NOT_CLASSIFIED("Chưa phân loại đối tượng tuyên truyền"),
    TRAINING_INTEGRATED_ONLY("Tập huấn chỉ lồng ghép"),
    NO_SELF_CHECK("Chưa tự kiểm tra"),
    PUBLIC_PLACE_HYGIENE("Vệ sinh, trật tự nơi công cộng"),
    CONDUCT("Thái độ ứng xử"),
    HARASSMENT("Sách nhiễu, tiêu cực");

    private final String label;

    FindingType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<FindingType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
