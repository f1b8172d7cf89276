/** Which handler a request is for: registries and the matching of paths. */
@NullMarked
package io.flexservices.internal.routing;

import org.jspecify.annotations.NullMarked;
