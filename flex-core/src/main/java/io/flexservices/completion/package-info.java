/** The builders that end a handler: {@code complete.setBody(x).ok().next()} makes an outcome. */
@NullMarked
package io.flexservices.completion;

import org.jspecify.annotations.NullMarked;
