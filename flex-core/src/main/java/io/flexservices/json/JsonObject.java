package io.flexservices.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: an unmodifiable view over a plain map, which stays reachable by {@link #asMap()}.
 *
 * <pre>{@code
 * JsonObject body = context.body();
 * String name = body.string("name");
 * Object city = body.path("address.city");
 * }</pre>
 *
 * <p>An accessor gives {@code null} where the member is missing or null, and throws a {@link
 * JsonException} where it is of another type; {@link #has} tells missing from null. A value, safe
 * to share between threads where the map beneath is not changed.
 */
public final class JsonObject {
  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, @Nullable Object> members;

  private JsonObject(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /** The object without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** A view over a map of plain values, as {@link Json#parse(String)} makes them. */
  @SuppressWarnings("unchecked") // the view is read-only, so a narrower value type does no harm
  public static JsonObject of(Map<String, ?> members) {
    requireNonNull(members, "members == null");
    return new JsonObject((Map<String, @Nullable Object>) (Map<?, ?>) members);
  }

  /**
   * The object that a JSON text is.
   *
   * @throws JsonException where it is malformed, or something else
   */
  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  public static JsonObject parse(String text) {
    if (Json.parse(text) instanceof Map<?, ?> members) {
      return of((Map<String, ?>) members);
    }
    throw new JsonException("The JSON text is not an object");
  }

  /** The members as a plain map that refuses writes, in itself and in what it holds. */
  public Map<String, @Nullable Object> asMap() {
    return ReadOnly.map(members);
  }

  /** A copy in modifiable maps and lists, to change and hand to {@code setBody}. */
  public Map<String, @Nullable Object> toMap() {
    return JsonValues.copy(members);
  }

  /** What the view stands over, for those in this package who only read. */
  Map<String, @Nullable Object> members() {
    return members;
  }

  /** Whether there is a member of that name, be it null. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** The names of the members, in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  /** How many members there are. */
  public int size() {
    return members.size();
  }

  /** Whether there is no member. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** A member as it is: objects and arrays as views, everything else plain. */
  public @Nullable Object value(String name) {
    return JsonValues.view(members.get(name));
  }

  /** A string. */
  public @Nullable String string(String name) {
    return JsonValues.string(members.get(name), name);
  }

  /** A whole number within the range of long, be it written as 1, 1.0 or 1e0. */
  public @Nullable Long integer(String name) {
    return JsonValues.integer(members.get(name), name);
  }

  /** A number with its exact value. */
  public @Nullable BigDecimal decimal(String name) {
    return JsonValues.decimal(members.get(name), name);
  }

  /** A boolean. */
  public @Nullable Boolean bool(String name) {
    return JsonValues.bool(members.get(name), name);
  }

  /** An object. */
  public @Nullable JsonObject object(String name) {
    return JsonValues.object(members.get(name), name);
  }

  /** An array. */
  public @Nullable JsonArray array(String name) {
    return JsonValues.array(members.get(name), name);
  }

  /**
   * A value further inside, by names and array indexes with dots between them: {@code
   * "orders.0.total"}. Null where a step leads nowhere.
   */
  public @Nullable Object path(String path) {
    return JsonValues.path(members, path);
  }

  /** This object as a value of the user's own class, by jackson-databind. */
  public <T> T as(Class<T> type) {
    return Json.bind(members, type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonObject that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return Json.text(members);
  }
}
