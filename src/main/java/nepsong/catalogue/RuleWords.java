package nepsong.catalogue;

import java.util.Map;

/** The catalogue's rules as people read them: it begins them with a code. */
public final class RuleWords {

    private static final Map<String, String> METHODS = Map.of(
            "BOOL", "Đạt hoặc không đạt",
            "LEVEL", "Theo mức",
            "RATIO", "Theo tỷ lệ",
            "COUNT_DEDUCT", "Trừ điểm theo số lỗi",
            "SURVEY", "Theo kết quả khảo sát",
            "FIELD", "Theo phiếu thực địa");

    private RuleWords() {}

    /** How a criterion is scored; the catalogue begins with the method's code. */
    public static String method(String method) {
        for (Map.Entry<String, String> word : METHODS.entrySet()) {
            if (method.startsWith(word.getKey())) {
                String rest = method.substring(word.getKey().length()).strip();
                return word.getValue()
                        + (rest.isEmpty() || rest.startsWith(":") || rest.startsWith(";") ? "" : " ")
                        + rest;
            }
        }
        return method;
    }

    /** When a criterion may be left out; the catalogue begins with "N/A". */
    public static String notApplicable(String rule) {
        return rule.replaceFirst("^N/A", "Chỉ chọn");
    }
}
