/** The audit trail on the screen of the administrator and the managers, and for programs. */
@NullMarked
package nepsong.audit.web;

import org.jspecify.annotations.NullMarked;
