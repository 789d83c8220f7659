/** Stage 3 as seen from a browser or a program. */
@NullMarked
package nepsong.crossinspection.web;

import org.jspecify.annotations.NullMarked;
