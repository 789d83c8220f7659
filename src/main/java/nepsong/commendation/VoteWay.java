package nepsong.commendation;

/** How a member of the council answers; tells nothing of what. */
public enum VoteWay {
    MEETING,
    WRITING
}
