/** For programs: a unit's scorecard, and the scoring rules as a calculator. */
@NullMarked
package nepsong.selfassessment.web;

import org.jspecify.annotations.NullMarked;
