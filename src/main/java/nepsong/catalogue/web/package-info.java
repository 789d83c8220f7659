/** Where an administrator loads new versions. */
@NullMarked
package nepsong.catalogue.web;

import org.jspecify.annotations.NullMarked;
