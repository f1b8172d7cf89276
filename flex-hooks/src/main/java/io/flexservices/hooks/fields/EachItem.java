package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import java.util.ArrayList;
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

  /** The same of a list: null stays null. */
  static List<@Nullable Object> inList(List<?> items, UnaryOperator<Object> change) {
    List<@Nullable Object> changed = new ArrayList<>(items.size());
    for (Object item : items) {
      changed.add(item == null ? null : change.apply(item));
    }
    return changed;
  }
}
