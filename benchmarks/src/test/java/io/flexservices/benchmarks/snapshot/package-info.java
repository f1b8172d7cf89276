/** What priming gives to the first answers after a restore; see {@code benchmarks/snapshots}. */
@NullMarked
package io.flexservices.benchmarks.snapshot;

import org.jspecify.annotations.NullMarked;
