package io.flexservices.hooks.fields;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.fields.SerializeSchema.Computation;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.hooks.internal.PlainObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out fields of records and of those inside them, and calculates others. */
record Serialize(ContextValue<SerializeSchema> schema) implements Hook {
  private static final List<String> NOTES = List.of("_include", "_elapsed");
  private static final String COMPUTED = "_computed";

  @Override
  public void run(HookContext context) throws Exception {
    Object items = context.items();
    if (items != null || context.stage() != HookStage.ERROR) {
      context.replaceItems(items(items, schema.of(context), context));
    }
  }

  /** Null counts as a record without fields, as in the documents' hook; plain values stay. */
  private static Object items(@Nullable Object items, SerializeSchema schema, HookContext context)
      throws Exception {
    if (items == null) {
      return serialized(Map.of(), schema, context);
    }
    if (items instanceof Map<?, ?> record) {
      return serialized(PlainObjects.of(record), schema, context);
    }
    if (!(items instanceof List<?> list)) {
      return items;
    }
    List<@Nullable Object> serialized = new ArrayList<>(list.size());
    for (Object item : list) {
      serialized.add(items(item, schema, context));
    }
    return serialized;
  }

  private static Map<String, @Nullable Object> serialized(
      Map<String, @Nullable Object> record, SerializeSchema schema, HookContext context)
      throws Exception {
    Map<String, @Nullable Object> computed = computed(record, schema, context);
    Map<String, @Nullable Object> left =
        Paths.without(kept(record, schema), schema.excludedFields());
    left.putAll(computed);
    if (!computed.isEmpty()) {
      left.put(COMPUTED, new ArrayList<>(computed.keySet()));
    }
    for (Map.Entry<String, SerializeSchema> nested : schema.nestedSchemas().entrySet()) {
      if (left.containsKey(nested.getKey())) {
        left.put(nested.getKey(), items(left.get(nested.getKey()), nested.getValue(), context));
      }
    }
    return left;
  }

  private static Map<String, @Nullable Object> computed(
      Map<String, @Nullable Object> record, SerializeSchema schema, HookContext context)
      throws Exception {
    Map<String, @Nullable Object> computed = new LinkedHashMap<>();
    for (Map.Entry<String, Computation> field : schema.computations().entrySet()) {
      computed.put(field.getKey(), field.getValue().of(record, context));
    }
    return computed;
  }

  private static Map<String, @Nullable Object> kept(
      Map<String, @Nullable Object> record, SerializeSchema schema) {
    List<String> only = schema.onlyFields();
    if (only == null) {
      return record;
    }
    List<String> kept = new ArrayList<>(only);
    kept.addAll(NOTES);
    if (record.get("_include") instanceof List<?> joined) {
      joined.forEach(name -> kept.add(String.valueOf(name)));
    }
    return Paths.only(record, kept);
  }
}
