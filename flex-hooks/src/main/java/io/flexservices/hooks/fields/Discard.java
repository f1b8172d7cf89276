package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.hooks.internal.PlainObjects;
import java.util.Collection;
import java.util.Map;

/** Drops certain fields. */
record Discard(ContextValue<? extends Collection<String>> fields) implements Hook {
  @Override
  public void run(HookContext context) throws Exception {
    Writes.checkBefore(context, "discard");
    Collection<String> dropped = fields.of(context);
    EachItem.replaceAlsoNull(context, item -> without(item, dropped));
  }

  /** The item without those fields; a plain value as it is. */
  static Object without(Object item, Collection<String> dropped) {
    return item instanceof Map<?, ?> record
        ? Paths.without(PlainObjects.of(record), dropped)
        : item;
  }
}
