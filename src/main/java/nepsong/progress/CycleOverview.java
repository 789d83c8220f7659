package nepsong.progress;

import nepsong.cycle.Cycle;

/** @param stage the first that is not done */
public record CycleOverview(Cycle cycle, CycleState state, Stage stage) {}
