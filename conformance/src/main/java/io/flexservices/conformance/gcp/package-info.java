/** Google's real function invoker, as a process of its own that runs a deployable function. */
@NullMarked
package io.flexservices.conformance.gcp;

import org.jspecify.annotations.NullMarked;
