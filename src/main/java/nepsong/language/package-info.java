/**
 * Other languages than Vietnamese for who wants them: the sources of pages, forms and models stay Vietnamese, and one file per
 * language says the same by template and text, by form and component, by process and element. A leaf: knows nobody.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nepsong.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
