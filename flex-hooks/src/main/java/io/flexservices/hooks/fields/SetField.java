package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.hooks.internal.PlainObjects;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets one value of a context to another one. */
record SetField(ContextValue<SetFieldOptions> options) implements Hook {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final String IN_DATA = "data.";

  @Override
  public void run(HookContext context) throws Exception {
    HookUsage.checkContext(context, BEFORE, List.of(), "setField");
    SetFieldOptions wanted = options.of(context).checked();
    if (context.hasValueAt(wanted.from())) {
      set(context, wanted.as(), context.valueAt(wanted.from()));
    } else if (context.params().provider() != null && !wanted.allowsUndefined()) {
      throw HookException.forbidden("Expected field " + wanted.as() + " not available");
    }
  }

  /** In each record, where there are several. */
  private static void set(HookContext context, String as, @Nullable Object value) {
    String field = as.startsWith(IN_DATA) ? as.substring(IN_DATA.length()) : "";
    boolean isOfRecords = !field.isEmpty() && !Paths.isIndex(Paths.steps(field).get(0));
    if (isOfRecords && context.data() instanceof List<?> items) {
      context.setData(
          EachItem.inList(
              items,
              item ->
                  item instanceof Map<?, ?> record
                      ? Paths.with(PlainObjects.of(record), field, value)
                      : item));
    } else {
      context.setValueAt(as, value);
    }
  }
}
