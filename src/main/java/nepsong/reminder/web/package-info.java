/** Where more time is asked for. */
@NullMarked
package nepsong.reminder.web;

import org.jspecify.annotations.NullMarked;
