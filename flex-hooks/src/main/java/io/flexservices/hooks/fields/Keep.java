package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Paths;
import java.util.Collection;

/** Keeps certain fields and drops all others. */
record Keep(ContextValue<? extends Collection<String>> fields) implements Hook {
  @Override
  public void run(HookContext context) throws Exception {
    Writes.checkBefore(context, "keep");
    Collection<String> kept = fields.of(context);
    EachItem.replace(context, item -> Paths.onlyOf(item, kept));
  }
}
