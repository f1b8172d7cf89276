/**
 * A service with what its JVM starts fast with: an archive of its classes, for container images and
 * for one's own machine; and a bundle for Lambda's {@code provided.al2023}, with a Java runtime
 * too.
 */
@NullMarked
package io.flexservices.local.bundle;

import org.jspecify.annotations.NullMarked;
