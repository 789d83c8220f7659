package nepsong.selfassessment;

import java.time.LocalDate;
import nepsong.correction.FindingType;

/**
 * Something amiss that a unit has found itself.
 *
 * @param remedy what it is going to do about it
 * @param dueOn  by when
 */
public record OwnFinding(FindingType type, String description, String remedy, LocalDate dueOn) {}
