package nepsong.demonstration;

/** Plays this year's cycle as its people would, day by day, so that it stands where it is wanted today. */
public interface CyclePlay {

    void play(PlayUntil until);
}
