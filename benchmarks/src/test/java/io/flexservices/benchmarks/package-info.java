/** What joins cost, measured beside the JavaScript originals on the same data. */
@NullMarked
package io.flexservices.benchmarks;

import org.jspecify.annotations.NullMarked;
