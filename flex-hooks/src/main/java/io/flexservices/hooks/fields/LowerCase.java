package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.internal.Paths;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns texts into lower case. */
record LowerCase(ContextValue<? extends Collection<String>> fields) implements Hook {
  @Override
  public void run(HookContext context) throws Exception {
    Writes.checkBefore(context, "lowercase");
    Collection<String> names = fields.of(context);
    for (Map<String, @Nullable Object> item : context.records()) {
      names.forEach(name -> lower(item, name));
    }
  }

  private static void lower(Map<String, @Nullable Object> item, String name) {
    Object value = Paths.getOrNull(item, name);
    if (value instanceof String text) {
      Paths.set(item, name, text.toLowerCase(Locale.ROOT));
    } else if (value != null) {
      throw HookException.badRequest("Expected string data. (lowercase " + name + ")");
    }
  }
}
