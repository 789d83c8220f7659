package nepsong.evaluation;

/**
 * A unit's place in its bloc.
 *
 * @param rank from 1; equal units share it and the next rank is left out
 */
public record RankedUnit(int rank, Standing standing) {}
