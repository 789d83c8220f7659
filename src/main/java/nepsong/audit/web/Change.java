package nepsong.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One value before and after, in words. A dash where there was none. */
public record Change(String name, String before, String after) {

    private static final String NOTHING = "–";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("decision", "Quyết định"),
            Map.entry("confirmed", "Xác nhận"),
            Map.entry("bonus", "Điểm thưởng"),
            Map.entry("penalty", "Điểm trừ"),
            Map.entry("evidenceUntrue", "Minh chứng sai sự thật"),
            Map.entry("harassmentConcluded", "Có kết luận nhũng nhiễu"),
            Map.entry("inspectionObstructed", "Cản trở kiểm tra"),
            Map.entry("headDisciplined", "Lãnh đạo bị kỷ luật"),
            Map.entry("pledgeIncomplete", "Chưa ký đủ cam kết"),
            Map.entry("adjustedGrade", "Xếp loại điều chỉnh"),
            Map.entry("selfScore", "Điểm tự đánh giá"),
            Map.entry("crossScore", "Điểm kiểm tra chéo"),
            Map.entry("secondScore", "Điểm kiểm tra kép"),
            Map.entry("difference", "Chênh lệch"),
            Map.entry("finalScore", "Điểm cuối"),
            Map.entry("grade", "Xếp loại"),
            Map.entry("rank", "Thứ hạng trong khối"),
            Map.entry("group", "Nhóm"),
            Map.entry("due", "Thời hạn"),
            Map.entry("plannedAt", "Thời gian kiểm tra"),
            Map.entry("place", "Địa điểm"),
            Map.entry("participants", "Thành phần kiểm tra"),
            Map.entry("observer", "Người giám sát của Đoàn"),
            Map.entry("workingDays", "Số ngày làm việc quá hạn"),
            Map.entry("kind", "Loại ngày"),
            Map.entry("note", "Ghi chú"),
            Map.entry("pseudonym", "Tên thay thế"),
            Map.entry("active", "Có hiệu lực"),
            Map.entry("version", "Phiên bản"),
            Map.entry("rows", "Số dòng"));
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("true", "có"),
            Map.entry("false", "không"),
            Map.entry("KAD", "không áp dụng"),
            Map.entry("null", NOTHING),
            Map.entry("approve", "đồng ý"),
            Map.entry("return", "trả lại"),
            Map.entry("refuse", "không đồng ý"),
            Map.entry("accept", "chấp nhận"),
            Map.entry("appeal", "đề nghị xem xét lại"),
            Map.entry("supplement", "yêu cầu bổ sung"),
            Map.entry("complete", "đạt"),
            Map.entry("reopen", "mở lại"),
            Map.entry("EXCELLENT", "Xuất sắc"),
            Map.entry("GOOD", "Tốt"),
            Map.entry("FAIR", "Khá"),
            Map.entry("AVERAGE", "Trung bình"),
            Map.entry("POOR", "Yếu"));

    static List<Change> of(@Nullable String before, @Nullable String after) {
        JsonNode from = read(before);
        JsonNode to = read(after);
        Set<String> names = new LinkedHashSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        List<Change> changes = new ArrayList<>();
        names.stream()
                .sorted()
                .forEach(name -> changes.add(
                        new Change(NAMES.getOrDefault(name, name), words(from.get(name)), words(to.get(name)))));
        return changes;
    }

    private static JsonNode read(@Nullable String json) {
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException tampered) {
            return JSON.createObjectNode().put("?", json);
        }
    }

    private static String words(@Nullable JsonNode value) {
        if (value == null) {
            return NOTHING;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        return value.isNumber() ? text.replace('.', ',') : VALUES.getOrDefault(text, text);
    }
}
