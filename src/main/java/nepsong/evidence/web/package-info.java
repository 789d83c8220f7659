/** Evidence over HTTP: for programs, and the page that stands alone and in Tasklist. */
@NullMarked
package nepsong.evidence.web;

import org.jspecify.annotations.NullMarked;
