package nepsong.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nepsong.organisation.Person;
import org.springframework.stereotype.Component;

/**
 * The file of one person: JSON that a person reads too, by kind of data, under Vietnamese headings. What somebody wrote
 * into a unit's records is not in it, as the administrator who hands it over may not see that; where it is, is said.
 */
@Component
class ExportFile {

    private static final int MOST_PLACES = 200;

    private final PersonalData register;
    private final PersonalRows rows;
    private final ObjectMapper json;

    ExportFile(PersonalData register, PersonalRows rows, ObjectMapper json) {
        this.register = register;
        this.rows = rows;
        this.json = json;
    }

    byte[] of(Person person, String reason, String by, Instant now) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (JsonGenerator out = json.getFactory().createGenerator(file).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeObjectField("Về tệp này", about(person, reason, by, now));
            for (Map.Entry<String, List<PersonalColumn>> kind : kinds().entrySet()) {
                out.writeObjectFieldStart(kind.getKey());
                for (PersonalColumn column : kind.getValue()) {
                    rows(out, column, person);
                }
                out.writeEndObject();
            }
            places(out, person);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static Map<String, String> about(Person person, String reason, String by, Instant now) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Dữ liệu cá nhân của tài khoản", person.id());
        about.put("Xuất lúc", ShownValues.MOMENT.format(now));
        about.put("Người xuất", by);
        about.put("Lý do", reason);
        about.put("Căn cứ", "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Nghị định 356/2025/NĐ-CP");
        about.put(
                "Ghi chú",
                "Nội dung nghiệp vụ do người này viết nằm trong hồ sơ của kỳ, không sao vào đây; mục cuối chỉ nêu nơi có nhắc đến, và có thể là người trùng tên.");
        return about;
    }

    /** By heading, in the order of the register; where a text may mention somebody comes last. */
    private Map<String, List<PersonalColumn>> kinds() {
        return register.all().stream()
                .filter(column -> column.isTakenOut() && column.rule() != Rule.KEPT)
                .collect(Collectors.groupingBy(PersonalColumn::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private void rows(JsonGenerator out, PersonalColumn column, Person person) throws IOException {
        out.writeArrayFieldStart(column.title());
        Consumer<Map<String, Object>> writing = row -> {
            try {
                out.writeObject(row);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        };
        if (column.rule() == Rule.CONTACT) {
            rows.contacts(column, person, writing);
        } else {
            rows.each(column, person.id(), writing);
        }
        out.writeEndArray();
    }

    private void places(JsonGenerator out, Person person) throws IOException {
        Set<String> words = PersonalWords.of(person);
        List<PersonalColumn> kept = register.of(Rule.KEPT);
        if (words.isEmpty() || kept.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(kept.get(0).kind());
        for (List<PersonalColumn> columns : kept.stream()
                .collect(Collectors.groupingBy(PersonalColumn::table, LinkedHashMap::new, Collectors.toList()))
                .values()) {
            for (Map<String, Object> place : rows.places(columns, words, "Ở", MOST_PLACES)) {
                out.writeObject(place);
            }
        }
        out.writeEndArray();
    }
}
