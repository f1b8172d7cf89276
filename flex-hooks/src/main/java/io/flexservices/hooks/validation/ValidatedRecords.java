package io.flexservices.hooks.validation;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What validators are given: every item, and no call without one, or a check could be evaded. */
final class ValidatedRecords {
  private ValidatedRecords() {}

  static List<Map<String, @Nullable Object>> of(HookContext context) {
    HookUsage.checkContext(
        context,
        List.of(HookStage.BEFORE),
        List.of(HookMethod.CREATE, HookMethod.UPDATE, HookMethod.PATCH),
        "validate");
    List<Map<String, @Nullable Object>> records = context.records();
    int items = context.items() instanceof List<?> list ? list.size() : 1;
    if (records.size() < items) {
      throw HookException.badRequest("Expected an object, or a list of objects. (validate)");
    }
    return records;
  }
}
