package nepsong.crossinspection;

/** What the readings of one bloc are kept by: both by their codes. */
public record BlocOfCycle(String cycle, String bloc) {}
