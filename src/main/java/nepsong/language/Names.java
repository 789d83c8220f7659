package nepsong.language;

import java.util.Map;

/** What the registries themselves name in English: units, criteria, themes. */
interface Names {

    /** English by Vietnamese. */
    Map<String, String> english();
}
