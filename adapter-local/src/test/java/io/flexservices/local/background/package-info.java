@NullMarked
package io.flexservices.local.background;

import org.jspecify.annotations.NullMarked;
