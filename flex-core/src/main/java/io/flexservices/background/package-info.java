/** Work that outlives the answer to the request that it began with. */
@NullMarked
package io.flexservices.background;

import org.jspecify.annotations.NullMarked;
