package io.flexservices.completion;

import org.jspecify.annotations.Nullable;

/** The completion of a data handler: {@code complete.setBody(entity).ok().next()}. */
public final class DataCompletion extends BodyCompletion<DataCompletion> {
  DataCompletion(Completions request, @Nullable Draft draft) {
    super(request, draft);
  }

  @Override
  DataCompletion builder(Draft draft) {
    return new DataCompletion(request, draft);
  }
}
