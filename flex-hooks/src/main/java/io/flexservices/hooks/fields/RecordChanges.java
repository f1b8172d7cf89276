package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import org.jspecify.annotations.Nullable;

/**
 * Hooks that change records by functions or schemas. They work on the data before a method, and on
 * the result after it, be it one record, a list or a page.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .before(traverse(node -> {
 *       if (node.value() instanceof String text) {
 *         node.update(text.strip());
 *       }
 *     }))
 *     .after(alterItems((record, context) -> record.remove("password")));
 * }</pre>
 */
public final class RecordChanges {
  private RecordChanges() {}

  /** Changes each record in place. */
  public static Hook alterItems(ItemChange change) {
    return AlterItems.inPlace(change);
  }

  /** Puts another record in the place of each one. */
  public static Hook mapItems(ItemMapping mapping) {
    return AlterItems.mapped(mapping);
  }

  /** Changes or replaces each record without blocking, all side by side. */
  public static Hook alterItemsAsync(AsyncItemChange change) {
    return AlterItems.async(change);
  }

  /**
   * Leaves out fields of records and of the records inside them, and adds calculated ones. Runs
   * after joins, to send only what a client may see. Null, where a record could be, becomes a
   * record without fields.
   */
  public static Hook serialize(SerializeSchema schema) {
    return serialize(ContextValue.fixed(schema));
  }

  /** {@link #serialize(SerializeSchema)} by a function of the call. */
  public static Hook serialize(ContextValue<SerializeSchema> schema) {
    return new Serialize(requireNonNull(schema, "schema == null"));
  }

  /** Goes through all that is in the records, and changes it in place. */
  public static Hook traverse(Transformer transformer) {
    return traverse(transformer, HookContext::items);
  }

  /**
   * Goes through other values, such as the query.
   *
   * @param values gives an object, or a list of objects; null for nothing
   */
  public static Hook traverse(
      Transformer transformer, ContextValue<? extends @Nullable Object> values) {
    Traversal traversal = new Traversal(transformer);
    requireNonNull(values, "values == null");
    return context -> traversal.each(values.of(context));
  }
}
