package nepsong.commendation;

import java.math.BigDecimal;
import nepsong.evaluation.Grade;

/**
 * A unit's published result, as far as awards depend on it.
 *
 * @param rank in its bloc, from 1
 */
public record GradedUnit(String unit, String bloc, BigDecimal score, Grade grade, int rank) {}
