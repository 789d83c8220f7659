/** The adapters of the model {@code self-assessment} and of its forms. */
@NullMarked
package nepsong.selfassessment.process;

import org.jspecify.annotations.NullMarked;
