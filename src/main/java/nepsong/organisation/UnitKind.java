package nepsong.organisation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a unit is; decides by which criteria it is judged. */
public enum UnitKind {
    DEPARTMENT("department", "Sở, ngành"),
    DEPARTMENT_WITH_PUBLIC_PLACES("department-with-public-places", "Sở, ngành có nơi công cộng"),
    DISTRICT("district", "Quận"),
    TOWN("town", "Thị xã"),
    RURAL_DISTRICT("rural-district", "Huyện"),
    WARD("ward", "Phường"),
    COMMUNE("commune", "Xã");

    private final String code;
    private final String title;

    UnitKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** As in the registry's files and tables. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** By code. */
    public static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (UnitKind kind : values()) {
            titles.put(kind.code, kind.title);
        }
        return titles;
    }
}
