/** How background work is written down, signed, and read again. */
@NullMarked
package io.flexservices.internal.background;

import org.jspecify.annotations.NullMarked;
