/**
 * Who did what, when, to which unit, and what was refused: rows that are only ever added, in the transaction of what
 * they tell, and a chain over them that shows whether somebody changed them. Every stage may write here, and it knows none of them.
 */
@ApplicationModule(allowedDependencies = {"language"})
@NullMarked
package nepsong.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
