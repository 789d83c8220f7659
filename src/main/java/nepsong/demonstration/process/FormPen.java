package nepsong.demonstration.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nepsong.engine.FormSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills what a form asks for and what it opens without; everything else stays as it opened. */
@Component
class FormPen {

    /** What is typed into a field of this key, whichever form it is in. */
    private static final Map<String, Object> USUAL = Map.ofEntries(
            Map.entry("staffCount", 128),
            Map.entry("members", 9),
            Map.entry("present", 9),
            Map.entry("inFavour", 9),
            Map.entry("documentNumber", 127),
            Map.entry("documentSymbol", "QĐ-UBND"),
            Map.entry("contactPosition", "Chuyên viên văn phòng"),
            Map.entry("place", "Hội trường cơ quan"),
            Map.entry("chair", "Trưởng đoàn kiểm tra"),
            Map.entry("teamSide", "Người kiểm tra của đơn vị được phân công và thư ký đoàn"),
            Map.entry("unitSide", "Lãnh đạo và đầu mối của đơn vị được kiểm tra"),
            Map.entry(
                    "content",
                    "Đoàn đã nghe báo cáo, xem hồ sơ, kiểm tra thực tế tại trụ sở và bộ phận một cửa; chấm điểm theo từng"
                            + " tiêu chí."),
            Map.entry("recommendations", "Duy trì tự kiểm tra hằng quý; thay các bảng niêm yết đã cũ."),
            Map.entry("responsible", "Văn phòng đơn vị"),
            Map.entry("measure", "Đã khắc phục tại tất cả các vị trí được nêu, có biên bản nghiệm thu nội bộ."),
            Map.entry("result", "Đã thực hiện xong nhiệm vụ Hội nghị giao, có báo cáo và hồ sơ lưu tại đơn vị."),
            Map.entry("answerText", "Đã tiếp thu, chỉnh sửa trong báo cáo."),
            Map.entry("minutes", "Hội nghị nghe báo cáo kết quả, thảo luận về tồn tại và cách làm hay của các đơn vị."),
            Map.entry("conclusion", "Thống nhất kết quả xếp loại; đề nghị công bố và xét khen thưởng."),
            Map.entry(
                    "article",
                    "Tập thể tiêu biểu trong thực hiện hai Quy tắc ứng xử, được người dân ghi nhận qua phiếu khảo sát."));

    private static final String WORDS =
            "Các nội dung đã được triển khai theo kế hoạch, có hồ sơ và số liệu kèm theo để đối chiếu. ";

    private final Clock clock;

    FormPen(Clock clock) {
        this.clock = clock;
    }

    /** @return values by key, rows as lists of maps that may be changed */
    Map<String, Object> fill(JsonNode form, Map<String, Object> opened) {
        FormSchema schema = FormSchema.read(form);
        Map<String, Object> values = fields(schema.fields(), opened, opened);
        schema.lists().forEach((path, list) -> values.put(path, rows(list, opened)));
        return values;
    }

    private List<Map<String, Object>> rows(FormSchema.RowList list, Map<String, Object> opened) {
        List<Map<String, Object>> rows = new ArrayList<>();
        PlayedDesk.rows(opened, list.path()).forEach(row -> rows.add(fields(list.fields(), row, opened)));
        return rows;
    }

    private Map<String, Object> fields(
            Map<String, FormSchema.Field> fields, Map<String, Object> shown, Map<String, Object> options) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            Object value = shown.get(key);
            boolean empty = value == null || value.equals("") || value.equals(List.of()) || value.equals(false);
            Object typed = field.required() && empty ? invent(field, options) : value;
            if (typed != null) {
                values.put(key, typed);
            }
        });
        return values;
    }

    private @Nullable Object invent(FormSchema.Field field, Map<String, Object> options) {
        Object usual = USUAL.get(field.key());
        if (usual != null) {
            return usual;
        }
        return switch (field.type()) {
            case "checkbox" -> true;
            case "number" -> 1;
            case "datetime" ->
                field.node().path("subtype").asText("date").equals("date")
                        ? LocalDate.now(clock).toString()
                        : LocalDateTime.now(clock)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString();
            case "radio", "select" -> firstOption(field, options);
            case "taglist", "checklist" -> {
                Object first = firstOption(field, options);
                yield first == null ? List.of() : List.of(first);
            }
            default -> text(field);
        };
    }

    private static String text(FormSchema.Field field) {
        int least = field.node().path("validate").path("minLength").asInt(1);
        return WORDS.repeat(least / WORDS.length() + 1).strip();
    }

    private static @Nullable Object firstOption(FormSchema.Field field, Map<String, Object> options) {
        String key = field.optionsKey();
        if (key == null) {
            return field.node().path("values").path(0).path("value").asText();
        }
        Object first = options.get(key) instanceof List<?> offered && !offered.isEmpty() ? offered.get(0) : null;
        return first instanceof Map<?, ?> option ? option.get("value") : first;
    }
}
