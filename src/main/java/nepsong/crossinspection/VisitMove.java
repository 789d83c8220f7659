package nepsong.crossinspection;

import java.time.LocalDateTime;

/**
 * How a planned visit is to be from now on.
 *
 * @param at     in the time of Hà Nội
 * @param reason why it is changed
 */
public record VisitMove(LocalDateTime at, String place, Visitors visitors, String reason) {}
