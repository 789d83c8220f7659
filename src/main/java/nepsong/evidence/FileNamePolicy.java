package nepsong.evidence;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nepsong.organisation.TypedText;
import org.jspecify.annotations.Nullable;

/** Which names a file may have: what everybody's computer takes, and what reads as it is written. */
final class FileNamePolicy {

    private static final int LONGEST = 150;
    private static final int LONGEST_BYTES = 255;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "bat", "cmd", "scr", "pif", "msi", "js", "jse", "vbs", "vbe", "wsf", "hta", "ps1", "jar",
            "html", "htm", "xhtml", "svg", "php", "jsp", "asp", "aspx", "sh", "docm", "xlsm", "dotm", "xltm", "lnk");

    private FileNamePolicy() {}

    /** As it is kept: composed (NFC) and without blanks at its ends. */
    static String tidy(@Nullable String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /**
     * @param name tidied
     * @return why not, and what to do; null where it may be
     */
    static @Nullable String refusal(String name) {
        if (name.isEmpty() || name.startsWith(".") && name.indexOf('.', 1) < 0) {
            return "Tệp không có tên. Hãy đặt tên cho tệp rồi tải lên lại";
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.startsWith("..")) {
            return "Tên tệp có đường dẫn thư mục. Hãy chỉ giữ tên tệp, không có dấu “/”, “\\” hay “..”, rồi tải lên lại";
        }
        if (name.codePoints().anyMatch(FileNamePolicy::isUnseen)) {
            return "Tên tệp có ký tự ẩn hoặc ký tự đảo chiều chữ. Hãy đổi tên tệp bằng chữ thường dùng rồi tải lên lại";
        }
        if (FORBIDDEN.matcher(name).find() || RESERVED.matcher(name).matches() || name.endsWith(".")) {
            return "Tên tệp có ký tự hoặc tên mà máy tính không dùng được. Hãy bỏ các dấu < > : \" | ? * rồi tải lên lại";
        }
        if (TypedText.length(name) > LONGEST || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return "Tên tệp dài quá " + LONGEST + " ký tự. Hãy đặt tên ngắn hơn rồi tải lên lại";
        }
        return hidesProgram(name)
                ? "Tên tệp mang đuôi của một chương trình hoặc trang web. Hãy đổi lại đúng tên tài liệu rồi tải lên lại"
                : null;
    }

    /** Control, direction and zero-width characters, and what is no character at all. */
    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || codePoint == 0x115F
                || codePoint == 0x3164;
    }

    private static boolean hidesProgram(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("\\.");
        for (int i = 1; i < parts.length - 1; i++) {
            if (PROGRAMS.contains(parts[i].strip())) {
                return true;
            }
        }
        return false;
    }
}
