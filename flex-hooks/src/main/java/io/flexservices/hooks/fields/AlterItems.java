package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Changes or replaces records by a function. */
final class AlterItems {
  private AlterItems() {}

  static Hook inPlace(ItemChange change) {
    requireNonNull(change, "change == null");
    return context -> {
      for (Map<String, @Nullable Object> item : context.records()) {
        change.change(item, context);
      }
    };
  }

  static Hook mapped(ItemMapping mapping) {
    requireNonNull(mapping, "mapping == null");
    return context -> {
      List<@Nullable Object> mapped = new ArrayList<>();
      for (Map<String, @Nullable Object> item : context.records()) {
        mapped.add(mapping.map(item, context));
      }
      replace(context, mapped.iterator());
    };
  }

  static Hook async(AsyncItemChange change) {
    requireNonNull(change, "change == null");
    return Hook.async(
        context -> {
          List<CompletableFuture<?>> begun = new ArrayList<>();
          for (Map<String, @Nullable Object> item : context.records()) {
            begun.add(change.start(item, context).toCompletableFuture());
          }
          return CompletableFuture.allOf(begun.toArray(CompletableFuture<?>[]::new))
              .thenRun(() -> replace(context, values(begun).iterator()));
        });
  }

  private static List<@Nullable Object> values(List<CompletableFuture<?>> done) {
    List<@Nullable Object> values = new ArrayList<>();
    for (CompletableFuture<?> one : done) {
      values.add(one.join());
    }
    return values;
  }

  /** The values are those for the records, in their order; what is no object replaces nothing. */
  private static void replace(HookContext context, Iterator<@Nullable Object> values) {
    EachItem.replace(
        context,
        item ->
            item instanceof Map<?, ?> && values.next() instanceof Map<?, ?> value ? value : item);
  }
}
