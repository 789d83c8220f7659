package nepsong.crossinspection;

import java.time.Instant;

/**
 * A unit inspects in the place of one that could not come.
 *
 * @param unit       the inspected one
 * @param number     counted from 1 for each inspected unit
 * @param from       who was to inspect it until then
 * @param to         who inspects it from then on
 * @param replacedBy id of a person
 */
public record PairReplacement(
        String cycle,
        String unit,
        int number,
        String from,
        String to,
        String reason,
        Instant replacedAt,
        String replacedBy) {}
