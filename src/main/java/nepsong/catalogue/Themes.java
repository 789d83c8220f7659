package nepsong.catalogue;

import java.util.List;

/** The themes of public places, by version. */
public interface Themes {

    /** The common items first; empty for a version that was never published. */
    List<Theme> version(int version);

    /** 0 before anything was published. */
    int newestVersion();
}
