/** How the engine lets a substitute in, and takes the tasks back. */
@NullMarked
package nepsong.delegation.process;

import org.jspecify.annotations.NullMarked;
