/** What an archive of its classes wins a server that starts; see {@code benchmarks/archives}. */
@NullMarked
package io.flexservices.benchmarks.archive;

import org.jspecify.annotations.NullMarked;
