/** The pages and programs that tell how the cycles stand. */
@NullMarked
package nepsong.progress.web;

import org.jspecify.annotations.NullMarked;
