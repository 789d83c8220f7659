/** The login page and the way home. */
@NullMarked
package nepsong.security.web;

import org.jspecify.annotations.NullMarked;
