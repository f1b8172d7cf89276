/** What the contexts of data, function and auth handlers have in common. */
@NullMarked
package io.flexservices.context;

import org.jspecify.annotations.NullMarked;
