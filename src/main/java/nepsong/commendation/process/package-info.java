/** The adapters of the model {@code commendation}, of its forms and of its decision tables. */
@NullMarked
package nepsong.commendation.process;

import org.jspecify.annotations.NullMarked;
