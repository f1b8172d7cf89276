package io.flexservices.hooks.queries;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.fields.RecordChanges;
import io.flexservices.hooks.fields.TraversedNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Turns the values of certain fields of a query into keys. */
record MongoKeys(
    UnaryOperator<@Nullable Object> toKey, ContextValue<? extends Collection<String>> fields)
    implements Hook {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final String IN = "$in";

  MongoKeys {
    requireNonNull(toKey, "toKey == null");
    requireNonNull(fields, "fields == null");
  }

  @Override
  public void run(HookContext context) throws Exception {
    HookUsage.checkContext(context, BEFORE, List.of(), "mongoKeys");
    List<List<String>> ends = new ArrayList<>();
    for (String field : fields.of(context)) {
      ends.add(List.of(field.split("\\.", -1)));
    }
    RecordChanges.traverse(node -> convert(node, ends), called -> called.params().query())
        .run(context);
  }

  private void convert(TraversedNode node, List<List<String>> ends) {
    List<String> path = node.path();
    if (path.contains("$sort") || ends.stream().noneMatch(end -> endsWith(path, end))) {
      return;
    }
    Object value = node.value();
    if (value instanceof String || value instanceof Number) {
      node.update(toKey.apply(value));
      node.skip();
    } else if (value instanceof Map<?, ?> condition
        && condition.size() == 1
        && condition.containsKey(IN)) {
      node.update(in(condition.get(IN)));
      node.skip();
    }
  }

  private Map<String, @Nullable Object> in(@Nullable Object wanted) {
    Map<String, @Nullable Object> condition = new LinkedHashMap<>();
    if (wanted instanceof List<?> values) {
      List<@Nullable Object> keys = new ArrayList<>();
      values.forEach(value -> keys.add(toKey.apply(value)));
      condition.put(IN, keys);
    } else {
      condition.put(IN, toKey.apply(wanted));
    }
    return condition;
  }

  private static boolean endsWith(List<String> path, List<String> end) {
    return path.size() >= end.size()
        && path.subList(path.size() - end.size(), path.size()).equals(end);
  }
}
