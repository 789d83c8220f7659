package nepsong.crossinspection;

/** What the readings of one bloc are kept by. */
record BlocOfCycle(String cycle, String bloc) {}
