package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.Paths;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps certain fields of the objects in a list that records hold. */
record KeepInArray(String array, ContextValue<? extends Collection<String>> fields)
    implements Hook {
  KeepInArray {
    requireNonNull(array, "array == null");
  }

  @Override
  public void run(HookContext context) throws Exception {
    Collection<String> kept = fields.of(context);
    for (Map<String, @Nullable Object> item : context.records()) {
      String refusal = Paths.keepInList(item, array, kept);
      if (refusal != null) {
        throw HookException.badRequest(refusal);
      }
    }
  }
}
