package nepsong.catalogue;

/** The two Codes of Conduct, each with a criteria set of its own. */
public enum CriteriaSet {
    WORKPLACE("workplace", "CS", "Nơi công sở"),
    PUBLIC_PLACE("public-place", "CC", "Nơi công cộng");

    private final String code;
    private final String prefix;
    private final String title;

    CriteriaSet(String code, String prefix, String title) {
        this.code = code;
        this.prefix = prefix;
        this.title = title;
    }

    /** As in the catalogue's files and in the programs' interface. */
    public String code() {
        return code;
    }

    /** What the codes of its criteria begin with; whoever knows these alone may call the set so. */
    public String prefix() {
        return prefix;
    }

    public String title() {
        return title;
    }

    public static CriteriaSet of(String code) {
        for (CriteriaSet set : values()) {
            if (set.code.equals(code)) {
                return set;
            }
        }
        throw new IllegalArgumentException("no criteria set " + code);
    }
}
