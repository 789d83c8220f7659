/** The page on which a leader withdraws a cycle. */
@NullMarked
package nepsong.cycle.web;

import org.jspecify.annotations.NullMarked;
