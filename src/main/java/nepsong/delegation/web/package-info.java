/** The page on which a substitute is named. */
@NullMarked
package nepsong.delegation.web;

import org.jspecify.annotations.NullMarked;
