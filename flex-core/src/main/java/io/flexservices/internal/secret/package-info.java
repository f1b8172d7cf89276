/** Who is served: the shared secret, fixed or fetched, and how a key is compared with it. */
@NullMarked
package io.flexservices.internal.secret;

import org.jspecify.annotations.NullMarked;
