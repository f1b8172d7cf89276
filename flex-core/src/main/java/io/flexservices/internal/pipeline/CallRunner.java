package io.flexservices.internal.pipeline;

import io.flexservices.spi.FlexResponse;
import org.jspecify.annotations.Nullable;

/** Runs the handler of a call. */
interface CallRunner {
  /** The answer; null where it is given later, and by another way. */
  @Nullable FlexResponse run(Call call);
}
