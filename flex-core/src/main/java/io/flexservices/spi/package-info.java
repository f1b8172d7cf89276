/** What adapters see: requests, responses, the platform and the deadline. */
@NullMarked
package io.flexservices.spi;

import org.jspecify.annotations.NullMarked;
