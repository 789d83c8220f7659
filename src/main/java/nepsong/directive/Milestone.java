package nepsong.directive;

import java.time.LocalDate;

/** A step of the cycle and the days that the plan gives it, both included. */
public record Milestone(String title, LocalDate from, LocalDate to) {}
