/** The page of a unit, and the files on it. */
@NullMarked
package nepsong.unitfile.web;

import org.jspecify.annotations.NullMarked;
