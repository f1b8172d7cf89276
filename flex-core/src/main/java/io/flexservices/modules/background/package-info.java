/** Starting work that outlives the answer to a request. */
@NullMarked
package io.flexservices.modules.background;

import org.jspecify.annotations.NullMarked;
