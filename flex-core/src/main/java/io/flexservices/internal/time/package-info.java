/** How points in time are written where JavaScript would write them. */
@NullMarked
package io.flexservices.internal.time;

import org.jspecify.annotations.NullMarked;
