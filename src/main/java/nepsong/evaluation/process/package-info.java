/** The adapters of the models {@code evaluation}, {@code bloc-appeals} and {@code appeal} and of their forms. */
@NullMarked
package nepsong.evaluation.process;

import org.jspecify.annotations.NullMarked;
