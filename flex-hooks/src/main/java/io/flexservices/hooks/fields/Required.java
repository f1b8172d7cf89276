package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.json.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses records that lack a field. */
record Required(ContextValue<? extends Collection<String>> fields) implements Hook {
  @Override
  public void run(HookContext context) throws Exception {
    Writes.check(context, "required");
    Collection<String> names = fields.of(context);
    Object items = context.items();
    for (Object item : items instanceof List<?> list ? list : Collections.singletonList(items)) {
      names.forEach(name -> check(item, name));
    }
  }

  private static void check(@Nullable Object item, String name) {
    Object value = Paths.get(item, name);
    if (value == Paths.MISSING) {
      throw HookException.badRequest("Field " + name + " does not exist. (required)");
    }
    boolean isPresent = value instanceof Number || value instanceof Boolean || Json.isTruthy(value);
    if (!isPresent) {
      throw HookException.badRequest("Field " + name + " is null. (required)");
    }
  }
}
