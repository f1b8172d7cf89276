/**
 * Cold starts and warm calls of deployable functions, ours and others', through Lambda's Runtime
 * API and each one's real runtime client, in turn.
 */
@NullMarked
package io.flexservices.benchmarks.function;

import org.jspecify.annotations.NullMarked;
