/** What a request costs in the process, from the bytes of its event to those of its answer. */
@NullMarked
package io.flexservices.benchmarks.request;

import org.jspecify.annotations.NullMarked;
