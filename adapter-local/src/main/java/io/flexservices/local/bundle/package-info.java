/** A service as a bundle for Lambda's {@code provided.al2023}, with a Java runtime of its own. */
@NullMarked
package io.flexservices.local.bundle;

import org.jspecify.annotations.NullMarked;
