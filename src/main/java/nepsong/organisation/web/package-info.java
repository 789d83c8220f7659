/** The working calendar, for programs and for the administrator who keeps its exceptions. */
@NullMarked
package nepsong.organisation.web;

import org.jspecify.annotations.NullMarked;
