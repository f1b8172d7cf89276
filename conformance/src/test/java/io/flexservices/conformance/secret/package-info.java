/** Sources of the shared secret, against stubs that speak the clouds' documented protocols. */
@NullMarked
package io.flexservices.conformance.secret;

import org.jspecify.annotations.NullMarked;
