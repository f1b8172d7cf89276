/** FlexData: service objects, their events and the handlers of these. */
@NullMarked
package io.flexservices.data;

import org.jspecify.annotations.NullMarked;
