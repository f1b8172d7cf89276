package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.internal.Paths;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps fields from being patched. */
record PreventChanges(boolean ifThrow, ContextValue<? extends Collection<String>> fields)
    implements Hook {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final List<HookMethod> PATCH = List.of(HookMethod.PATCH);

  @Override
  public void run(HookContext context) throws Exception {
    HookUsage.checkContext(context, BEFORE, PATCH, "preventChanges");
    Collection<String> names = fields.of(context);
    if (ifThrow) {
      for (Map<String, @Nullable Object> item : context.records()) {
        names.forEach(name -> check(item, name));
      }
    }
    EachItem.replaceAlsoNull(context, item -> Discard.without(item, names));
  }

  private static void check(Map<String, @Nullable Object> item, String name) {
    if (Paths.has(item, name)) {
      throw HookException.badRequest("Field " + name + " may not be patched. (preventChanges)");
    }
  }
}
