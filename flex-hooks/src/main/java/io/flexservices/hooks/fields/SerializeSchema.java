package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RecordChanges#serialize(SerializeSchema)} leaves of records and adds to them. A
 * value: every method returns another schema.
 *
 * <pre>{@code
 * SerializeSchema.schema()
 *     .only("updatedAt")
 *     .computed("comments", (post, context) -> commentsOf(post).size())
 *     .nested("author", SerializeSchema.schema().exclude("email"))
 * }</pre>
 */
public final class SerializeSchema {
  private static final SerializeSchema EVERYTHING =
      new SerializeSchema(null, List.of(), Map.of(), Map.of());

  private final @Nullable List<String> only;
  private final List<String> excluded;
  private final Map<String, Computation> computed;
  private final Map<String, SerializeSchema> nested;

  private SerializeSchema(
      @Nullable List<String> only,
      List<String> excluded,
      Map<String, Computation> computed,
      Map<String, SerializeSchema> nested) {
    this.only = only;
    this.excluded = excluded;
    this.computed = computed;
    this.nested = nested;
  }

  /** Calculates a field of a record. */
  @FunctionalInterface
  public interface Computation {
    /**
     * The field's value.
     *
     * @param record the record as it was before anything was left out of it; not to be changed
     * @throws Exception anything; it ends the call as a failing hook does
     */
    @Nullable Object of(Map<String, @Nullable Object> record, HookContext context) throws Exception;
  }

  /** Records as they are. */
  public static SerializeSchema schema() {
    return EVERYTHING;
  }

  /**
   * A schema in the form of the hook documents: {@code only} and {@code exclude}, each a name or a
   * list of names, and schemas by the names of nested records. Computed fields are added by {@link
   * #computed}.
   *
   * @throws IllegalArgumentException where a member is something else
   */
  public static SerializeSchema of(Map<String, ?> members) {
    SerializeSchema schema = EVERYTHING;
    for (Map.Entry<String, ?> member : members.entrySet()) {
      schema =
          switch (member.getKey()) {
            case "only" -> schema.only(names(member));
            case "exclude" -> schema.exclude(names(member));
            case "computed" -> throw refused(member, "is for functions; add them by computed(...)");
            default -> schema.nested(member.getKey(), of(object(member)));
          };
    }
    return schema;
  }

  /**
   * Leaves out all fields but these, by names or paths; those that joins added, and their notes
   * {@code _include} and {@code _elapsed}, stay.
   */
  public SerializeSchema only(String... fields) {
    return new SerializeSchema(List.of(fields), excluded, computed, nested);
  }

  /** Leaves out these fields, by names or paths. */
  public SerializeSchema exclude(String... fields) {
    return new SerializeSchema(only, List.of(fields), computed, nested);
  }

  /** Adds a field; the names of all such fields are noted in {@code _computed}. */
  public SerializeSchema computed(String field, Computation computation) {
    return new SerializeSchema(only, excluded, plus(computed, field, computation), nested);
  }

  /** Another schema for the record, or the list of records, in a field. */
  public SerializeSchema nested(String field, SerializeSchema schema) {
    return new SerializeSchema(only, excluded, computed, plus(nested, field, schema));
  }

  @Nullable List<String> onlyFields() {
    return only;
  }

  List<String> excludedFields() {
    return excluded;
  }

  Map<String, Computation> computations() {
    return computed;
  }

  Map<String, SerializeSchema> nestedSchemas() {
    return nested;
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String name, V value) {
    requireNonNull(name, "name == null");
    requireNonNull(value, "value == null");
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static String[] names(Map.Entry<String, ?> member) {
    Object value = member.getValue();
    List<?> names = value instanceof List<?> list ? list : Collections.singletonList(value);
    if (!names.stream().allMatch(String.class::isInstance)) {
      throw refused(member, "is no name and no list of names");
    }
    return names.toArray(String[]::new);
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, ?> object(Map.Entry<String, ?> member) {
    if (member.getValue() instanceof Map<?, ?> object) {
      return (Map<String, ?>) object;
    }
    throw refused(member, "is no schema");
  }

  private static IllegalArgumentException refused(Map.Entry<String, ?> member, String why) {
    return new IllegalArgumentException("\"" + member.getKey() + "\" in a schema " + why);
  }
}
