/** Beside Tasklist's own programs: drafts of forms. */
@NullMarked
package nepsong.engine.web;

import org.jspecify.annotations.NullMarked;
