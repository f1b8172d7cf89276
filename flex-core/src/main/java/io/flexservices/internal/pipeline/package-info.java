/** The way of a request through the core; the one place where user code runs. */
@NullMarked
package io.flexservices.internal.pipeline;

import org.jspecify.annotations.NullMarked;
