package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Paths;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drops certain fields. */
record Discard(ContextValue<? extends Collection<String>> fields) implements Hook {
  @Override
  public void run(HookContext context) throws Exception {
    Writes.checkBefore(context, "discard");
    Collection<String> dropped = fields.of(context);
    EachItem.replaceAlsoNull(context, item -> without(item, dropped));
  }

  /** The item without those fields; a plain value as it is. */
  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  static Object without(Object item, Collection<String> dropped) {
    return item instanceof Map<?, ?> record
        ? Paths.without((Map<String, @Nullable Object>) record, dropped)
        : item;
  }
}
