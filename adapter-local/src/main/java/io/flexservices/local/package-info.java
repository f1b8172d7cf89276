/** A Flex service as an HTTP server on one's own machine, or wherever a server may stay alive. */
@NullMarked
package io.flexservices.local;

import org.jspecify.annotations.NullMarked;
