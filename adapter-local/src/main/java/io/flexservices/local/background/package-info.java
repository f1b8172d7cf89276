/** Background work on one's own machine: a journal on disk, and the threads that do it. */
@NullMarked
package io.flexservices.local.background;

import org.jspecify.annotations.NullMarked;
