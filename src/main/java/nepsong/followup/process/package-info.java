/** The adapters of the model {@code follow-up} and of its forms. */
@NullMarked
package nepsong.followup.process;

import org.jspecify.annotations.NullMarked;
