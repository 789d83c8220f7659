/** The adapters of the model {@code correction}, of its forms and of the decision on deadlines. */
@NullMarked
package nepsong.correction.process;

import org.jspecify.annotations.NullMarked;
