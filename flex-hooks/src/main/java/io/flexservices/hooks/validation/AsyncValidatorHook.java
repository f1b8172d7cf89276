package io.flexservices.hooks.validation;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** See {@link Validation#validateAsync}. */
final class AsyncValidatorHook implements Hook.AsyncHook {
  private final AsyncValidator validator;

  AsyncValidatorHook(AsyncValidator validator) {
    this.validator = validator;
  }

  @Override
  public CompletionStage<?> start(HookContext context) {
    List<Map<String, @Nullable Object>> records = ValidatedRecords.of(context);
    boolean isList = context.items() instanceof List<?>;
    List<Object> tidied = new ArrayList<>(records);
    return from(0, records, tidied, context)
        .thenRun(() -> context.replaceItems(isList ? tidied : tidied.get(0)));
  }

  /** A loop as far as validators are done at once, so that a long list takes no deeper stack. */
  private CompletionStage<?> from(
      int first,
      List<Map<String, @Nullable Object>> records,
      List<Object> tidied,
      HookContext context) {
    for (int i = first; i < records.size(); i++) {
      CompletableFuture<?> begun = begin(records.get(i), context);
      int row = i;
      if (!begun.isDone() || begun.isCompletedExceptionally()) {
        return begun.thenCompose(
            sanitized -> {
              put(tidied, row, sanitized);
              return from(row + 1, records, tidied, context);
            });
      }
      put(tidied, row, begun.join());
    }
    return CompletableFuture.completedStage(null);
  }

  private CompletableFuture<?> begin(Map<String, @Nullable Object> record, HookContext context) {
    try {
      return validator.validate(record, context).toCompletableFuture();
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A copy, since what the validator gives need not be modifiable. */
  @SuppressWarnings("unchecked") // a validator gives records, whose names are strings
  private static void put(List<Object> tidied, int row, @Nullable Object sanitized) {
    if (sanitized != null) {
      tidied.set(row, JsonObject.of((Map<String, ?>) sanitized).toMap());
    }
  }
}
