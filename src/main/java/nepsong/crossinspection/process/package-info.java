/** The adapters of the models {@code bloc-inspection} and {@code cross-inspection} and of their forms. */
@NullMarked
package nepsong.crossinspection.process;

import org.jspecify.annotations.NullMarked;
