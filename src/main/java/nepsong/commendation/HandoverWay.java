package nepsong.commendation;

/** How an award is handed over. */
public enum HandoverWay {
    CEREMONY,
    AT_UNIT,
    AT_HOME
}
