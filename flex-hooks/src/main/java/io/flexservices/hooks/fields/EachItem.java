package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The items of a context, each of them changed or replaced. */
final class EachItem {
  private EachItem() {}

  /**
   * Puts other items in the place of those that there are.
   *
   * @param change gives what stands in the place of an item, which may be no record but is not null
   */
  static void replace(HookContext context, UnaryOperator<Object> change) {
    Object items = context.items();
    if (items instanceof List<?> list) {
      context.replaceItems(inList(list, change));
    } else if (items != null) {
      context.replaceItems(change.apply(items));
    }
  }

  /**
   * As {@link #replace}, but null counts as a record without fields: so do the hooks of the
   * documents that drop fields. After a failure, no result stays none; any would end the failure.
   */
  static void replaceAlsoNull(HookContext context, UnaryOperator<Object> change) {
    Object items = context.items();
    if (items instanceof List<?> list) {
      List<Object> changed = new ArrayList<>(list.size());
      list.forEach(item -> changed.add(change.apply(orEmpty(item))));
      context.replaceItems(changed);
    } else if (items != null || context.stage() != HookStage.ERROR) {
      context.replaceItems(change.apply(orEmpty(items)));
    }
  }

  private static Object orEmpty(@Nullable Object item) {
    return item == null ? new LinkedHashMap<>() : item;
  }

  /** {@link #replace} of a list: null stays null. */
  static List<@Nullable Object> inList(List<?> items, UnaryOperator<Object> change) {
    List<@Nullable Object> changed = new ArrayList<>(items.size());
    for (Object item : items) {
      changed.add(item == null ? null : change.apply(item));
    }
    return changed;
  }
}
