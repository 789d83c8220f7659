/** The administrator's page. */
@NullMarked
package nepsong.operations.web;

import org.jspecify.annotations.NullMarked;
