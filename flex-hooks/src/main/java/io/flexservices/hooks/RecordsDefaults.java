package io.flexservices.hooks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What {@link Records} does where nothing else is said. */
final class RecordsDefaults {
  private RecordsDefaults() {}

  static Map<String, @Nullable Object> only(List<Map<String, @Nullable Object>> found, Object id) {
    if (found.isEmpty()) {
      throw HookException.noRecord(id);
    }
    return found.get(0);
  }

  static CompletionStage<@Nullable Object> refused(HookMethod method) {
    return CompletableFuture.failedStage(
        HookException.methodNotAllowed(
            "These records do not take '" + method.documentName() + "'"));
  }
}
