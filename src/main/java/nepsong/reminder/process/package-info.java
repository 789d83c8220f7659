/** The morning and the extensions, as the engine runs them. */
@NullMarked
package nepsong.reminder.process;

import org.jspecify.annotations.NullMarked;
