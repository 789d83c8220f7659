/** The administrator's page. */
@NullMarked
package nepsong.privacy.web;

import org.jspecify.annotations.NullMarked;
