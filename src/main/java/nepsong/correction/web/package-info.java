/** For programs: findings and what was done about them. */
@NullMarked
package nepsong.correction.web;

import org.jspecify.annotations.NullMarked;
