/** Where the documents are taken away. */
@NullMarked
package nepsong.documents.web;

import org.jspecify.annotations.NullMarked;
