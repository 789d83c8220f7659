/** People of the demonstration at the engine: they claim their tasks, fill the forms and hand them in. */
@NullMarked
package nepsong.demonstration.process;

import org.jspecify.annotations.NullMarked;
