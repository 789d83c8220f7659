package nepsong.demonstration;

/** The play has come to the day on which the cycle stands in this stage. */
public record StagePlayed(PlayUntil stage) {}
