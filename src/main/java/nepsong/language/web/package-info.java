/** The switch in the header, and what turns a Vietnamese page, form or script into the viewer's language on its way out. */
@NullMarked
package nepsong.language.web;

import org.jspecify.annotations.NullMarked;
