package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.internal.PlainObjects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call carries besides id and data: the query, who calls, and whatever hooks leave for one
 * another. A modifiable map with names for what is known. Not safe for use from several threads at
 * once.
 *
 * <p>The query is flat, as the hook documents write it: conditions by their fields, in MongoDB's
 * form, beside {@code $limit}, {@code $skip}, {@code $sort} and {@code $select}.
 */
public final class HookParams {
  /** Who calls: absent for the service itself, {@code rest} for a client of Kinvey. */
  public static final String PROVIDER = "provider";

  /** The user who calls, an object with {@code _id} and {@code username}. */
  public static final String USER = "user";

  /** With whose rights Kinvey's request is made: {@code user}, {@code app}, {@code master}. */
  public static final String SECURITY_CONTEXT = "securityContext";

  /** False where all records are wanted whatever the service's page size is. */
  public static final String PAGINATE = "paginate";

  /** Present in calls that a join makes, whose records must not be joined again. */
  public static final String POPULATE = "_populate";

  /** What hooks work on: {@code dispatch} inside {@code actOnDispatch}, absent otherwise. */
  public static final String ACT_ON = "_actOn";

  private static final String QUERY = "query";

  private final Map<String, @Nullable Object> values;

  /** Params without anything. */
  public HookParams() {
    this(Map.of());
  }

  /** Params with those members; the map is copied, what it holds is not. */
  public HookParams(Map<String, ?> values) {
    this.values = new LinkedHashMap<>(requireNonNull(values, "values == null"));
  }

  /** The query to read and change; an empty one is put in place where there is none. */
  public Map<String, @Nullable Object> query() {
    if (values.get(QUERY) instanceof Map<?, ?> query) {
      return PlainObjects.of(query);
    }
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    values.put(QUERY, query);
    return query;
  }

  /** Whether there is a query, be it empty. */
  public boolean hasQuery() {
    return values.get(QUERY) instanceof Map<?, ?>;
  }

  /** Replaces the query. The map itself is taken, and must be modifiable. */
  public void setQuery(Map<String, @Nullable Object> query) {
    values.put(QUERY, requireNonNull(query, "query == null"));
  }

  /** Who calls; null for the service itself. */
  public @Nullable String provider() {
    return values.get(PROVIDER) instanceof String provider ? provider : null;
  }

  /** The user who calls, an object; null where there is none. */
  public @Nullable Object user() {
    return values.get(USER);
  }

  /** A member, null where it is absent. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** Whether there is a member of that name, be it null. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Adds or replaces a member. */
  public void set(String name, @Nullable Object value) {
    values.put(requireNonNull(name, "name == null"), value);
  }

  /** Removes a member. */
  public void remove(String name) {
    values.remove(name);
  }

  /** All members: the map itself, not a copy. */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  /** A copy whose members, the query's too, may be changed without touching this one. */
  public HookParams copy() {
    HookParams copy = new HookParams(values);
    if (hasQuery()) {
      copy.setQuery(new LinkedHashMap<>(query()));
    }
    return copy;
  }

  @Override
  public String toString() {
    return values.keySet().toString(); // values may be secret
  }
}
