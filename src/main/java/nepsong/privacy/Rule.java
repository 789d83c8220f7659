package nepsong.privacy;

/** What becomes of a column when the person is erased, and whether it is taken out when the data is asked for. */
enum Rule {
    /** Holds the login of a row that is nobody else's: the row is deleted. */
    OWN,
    /** Goes, or is replaced, with another column of its row. */
    PART,
    /** Holds a login, which the pseudonym replaces. */
    ID,
    /** As {@link #ID}, and nobody is erased while their cycle runs. */
    ROLE,
    /** May hold a login among other values of a process; replaced where it is one. */
    VALUE,
    /** Holds the name of the person whose login is in the same row: the pseudonym's name replaces it. */
    NAME,
    /** Holds the address of the person whose login is in the same row: emptied. */
    BLANK,
    /** Somebody's name with position, phone and address, entered by a unit. */
    CONTACT,
    /** Written by the system; name, address and phone are replaced in it wherever they stand. */
    MENTION,
    /** Written by people into records that the law on archives keeps: stays. Only the place is told. */
    KEPT,
    /** Of the trail: taken out, never rewritten. */
    SEALED;

    boolean holdsLogin() {
        return this == OWN || this == ID || this == ROLE || this == SEALED;
    }
}
