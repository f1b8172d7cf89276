/** The threads that handlers run on. */
@NullMarked
package io.flexservices.internal.worker;

import org.jspecify.annotations.NullMarked;
