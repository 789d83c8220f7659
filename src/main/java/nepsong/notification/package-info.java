/** Mail: a row in the outbox in the transaction of the event, one per recipient and key; sent afterwards by a worker of its own. A dead mail server delays mails and nothing else. */
@ApplicationModule(allowedDependencies = {"organisation", "audit"})
@NullMarked
package nepsong.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
