/** What joins cost, measured beside the JavaScript originals on the same data. */
@NullMarked
package io.flexservices.benchmarks.joins;

import org.jspecify.annotations.NullMarked;
