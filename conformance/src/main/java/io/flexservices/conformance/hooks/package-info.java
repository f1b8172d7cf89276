/** The recorded vectors of the hooks, run against flex-hooks. */
@NullMarked
package io.flexservices.conformance.hooks;

import org.jspecify.annotations.NullMarked;
