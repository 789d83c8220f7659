package nepsong.organisation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as an office exports it: UTF-8 with or without a byte order mark, commas, a header line. Every error is
 * collected with its line and column, so that a person mends the file once.
 */
public final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setTrim(true).get();

    /** More than any city has of anything; nobody mends more errors at once. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_ERRORS = 500;

    /** What is quoted may be the whole file, where it has no line break or no comma. */
    private static final int LONGEST_QUOTE = 60;

    private static final int LONGEST_REASON = 400;

    private final List<FileError> errors = new ArrayList<>();
    private final List<CsvRow> rows = new ArrayList<>();

    private CsvFile() {}

    /** A file with a broken encoding, header or quotation has errors and no rows beyond them. */
    public static CsvFile read(byte[] content, List<String> required, List<String> optional) {
        CsvFile file = new CsvFile();
        String text = file.decode(content);
        if (file.errors.isEmpty()) {
            file.parse(text, required, optional);
        }
        return file;
    }

    public List<CsvRow> rows() {
        return List.copyOf(rows);
    }

    /** Grows while the rows are read. */
    public List<FileError> errors() {
        return List.copyOf(errors);
    }

    /** A file that is wrong from end to end is answered with as many errors as a person can read. */
    public void refuse(long line, String column, String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FileError(line, column, TypedText.shortened(reason, LONGEST_REASON)));
        } else if (errors.size() == MOST_ERRORS) {
            errors.add(new FileError(line, "", "Tệp còn lỗi từ dòng này: hãy sửa các lỗi trên trước, rồi nạp lại."));
        }
    }

    /** The last line that holds data, for what only the whole file can show. */
    public long lastLine() {
        return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line();
    }

    private String decode(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            long line = 1 + text.chars().filter(character -> character == '\n').count();
            refuse(line, "", "Tệp không phải mã UTF-8. Hãy lưu lại tệp dạng CSV UTF-8.");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void parse(String text, List<String> required, List<String> optional) {
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Map<String, Integer> columns = Map.of();
            int width = 0;
            for (CSVRecord record : parser) {
                if (isBlank(record)) {
                    line = parser.getCurrentLineNumber() + 1;
                    continue;
                }
                if (width == 0) {
                    width = record.size();
                    columns = header(record, line, required, optional);
                    if (!errors.isEmpty()) {
                        return;
                    }
                } else if (rows.size() == MOST_ROWS) {
                    refuse(line, "", "Tệp có quá 20.000 dòng dữ liệu. Hãy chia tệp rồi nạp từng phần.");
                    return;
                } else if (record.size() != width) {
                    refuse(line, "", "Dòng có %d ô, cần đúng %d ô như dòng tiêu đề.".formatted(record.size(), width));
                } else {
                    rows.add(new CsvRow(this, line, columns, record));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (rows.isEmpty() && errors.isEmpty()) {
                refuse(1, "", "Tệp không có dòng dữ liệu nào.");
            }
        } catch (IOException | UncheckedIOException broken) {
            refuse(line, "", "Dấu ngoặc kép không được đóng hoặc đặt sai chỗ từ dòng này.");
        }
    }

    private static boolean isBlank(CSVRecord record) {
        return record.size() == 1 && record.get(0).isBlank();
    }

    private Map<String, Integer> header(CSVRecord record, long line, List<String> required, List<String> optional) {
        Map<String, Integer> columns = new HashMap<>();
        Set<String> known = new HashSet<>(required);
        known.addAll(optional);
        for (int index = 0; index < record.size(); index++) {
            String name = TypedText.of(record.get(index));
            if (!known.contains(name)) {
                String quoted = TypedText.shortened(name, LONGEST_QUOTE);
                refuse(line, quoted, "Cột “%s” không có trong mẫu.".formatted(quoted));
            } else if (columns.put(name, index) != null) {
                refuse(line, name, "Cột “%s” xuất hiện hai lần.".formatted(name));
            }
        }
        for (String name : required) {
            if (!columns.containsKey(name)) {
                refuse(line, name, "Thiếu cột “%s” (các cột ngăn cách bằng dấu phẩy).".formatted(name));
            }
        }
        return columns;
    }
}
