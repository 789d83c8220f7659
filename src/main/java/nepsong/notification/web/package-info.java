/** The outbox on the administrator's screen and for programs. */
@NullMarked
package nepsong.notification.web;

import org.jspecify.annotations.NullMarked;
