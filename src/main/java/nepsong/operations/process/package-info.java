/** Where the administrator's word reaches the engine. */
@NullMarked
package nepsong.operations.process;

import org.jspecify.annotations.NullMarked;
