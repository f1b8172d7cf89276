/** The JSON values that users see, and the one place that knows the JSON library and its limits. */
@NullMarked
package io.flexservices.json;

import org.jspecify.annotations.NullMarked;
