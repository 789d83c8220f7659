/** The scoring rules as a calculator for programs. */
@NullMarked
package nepsong.selfassessment.web;

import org.jspecify.annotations.NullMarked;
