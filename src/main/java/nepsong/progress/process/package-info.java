/** Where a manager's word reaches the engine. */
@NullMarked
package nepsong.progress.process;

import org.jspecify.annotations.NullMarked;
