/** For programs: the results of a cycle. */
@NullMarked
package nepsong.evaluation.web;

import org.jspecify.annotations.NullMarked;
