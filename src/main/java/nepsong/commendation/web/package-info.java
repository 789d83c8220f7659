/** Nominations for programs. */
@NullMarked
package nepsong.commendation.web;

import org.jspecify.annotations.NullMarked;
