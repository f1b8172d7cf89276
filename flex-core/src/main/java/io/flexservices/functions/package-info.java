/** FlexFunctions: hooks and custom endpoints. */
@NullMarked
package io.flexservices.functions;

import org.jspecify.annotations.NullMarked;
