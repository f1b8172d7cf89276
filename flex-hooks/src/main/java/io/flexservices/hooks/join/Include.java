package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Populate#populate populate} puts into a record: which service's records, found by
 * what, and where they go. A value: every method returns another one; safe to share between threads
 * and schemas.
 *
 * <pre>{@code
 * Include.of("comments").nameAs("commentItems").parentField("id").childField("postId").asArray(true)
 * }</pre>
 *
 * <p>The query of the call is made of three, of which a later one wins: {@link #query}, the
 * relation of {@link #parentField} and {@link #childField}, {@link #select}. There must be a
 * relation unless there is one of the others. With a relation alone, a record without the parent's
 * field is passed over; with a query or a select beside it, it gets the records whose child's field
 * is null or missing.
 */
public final class Include {
  private final Values values;

  private Include(Values values) {
    this.values = values;
  }

  /** The query that goes with one record. Called on the join's thread: it must not block. */
  @FunctionalInterface
  public interface Select {
    /**
     * What to add to the call's query; it wins over what is there.
     *
     * @param parent the record that is joined to, as it is so far; for reading
     * @param depth 1 for the records of the hook, 2 for those that were put into them, and so on
     * @return null for nothing
     * @throws Exception anything; it ends the call as a failing hook does
     */
    @Nullable Map<String, ?> query(
        HookContext context, Map<String, @Nullable Object> parent, int depth) throws Exception;
  }

  /** The query that goes with one record, once it is known. */
  @FunctionalInterface
  public interface AsyncSelect {
    /**
     * Begins to find what to add to the call's query; see {@link Select#query}.
     *
     * @throws Exception anything; it ends the call as a failing hook does
     */
    CompletionStage<? extends @Nullable Map<String, ?>> query(
        HookContext context, Map<String, @Nullable Object> parent, int depth) throws Exception;
  }

  /** The members themselves. Written only before the include that holds them is handed out. */
  private static final class Values implements Cloneable {
    @Nullable String service;
    @Nullable String nameAs;
    @Nullable String parentField;
    @Nullable String childField;
    @Nullable Object permissions;
    @Nullable Map<String, @Nullable Object> query;
    @Nullable AsyncSelect select;
    boolean asArray;
    Object paginate = false;
    boolean useInnerPopulate;
    boolean hasProvider;
    @Nullable String provider;
    @Nullable List<Include> include;

    Values copy() {
      try {
        return (Values) clone();
      } catch (CloneNotSupportedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** The records of that service, its path. */
  public static Include of(String service) {
    return unnamed().service(requireNonNull(service, "service == null"));
  }

  /** For a schema that was written as JSON, where the service may be missing until it is used. */
  static Include unnamed() {
    return new Include(new Values());
  }

  Include service(String service) {
    Values copy = values.copy();
    copy.service = service;
    return new Include(copy);
  }

  /** Where the records go, a path with dots; where it is not said, the service's name. */
  public Include nameAs(String nameAs) {
    Values copy = values.copy();
    copy.nameAs = requireNonNull(nameAs, "nameAs == null");
    return new Include(copy);
  }

  /**
   * The field of the record that is joined to, a path with dots. Where it holds a list, the records
   * of all its values are joined.
   */
  public Include parentField(String parentField) {
    Values copy = values.copy();
    copy.parentField = requireNonNull(parentField, "parentField == null");
    return new Include(copy);
  }

  /**
   * The field of the records that are joined. One with dots becomes a condition with dots, which
   * not every store takes.
   */
  public Include childField(String childField) {
    Values copy = values.copy();
    copy.childField = requireNonNull(childField, "childField == null");
    return new Include(copy);
  }

  /**
   * Who may have these records, for {@link PopulateOptions#checkPermissions}; null, false, 0 and an
   * empty text for everybody.
   */
  public Include permissions(@Nullable Object permissions) {
    Values copy = values.copy();
    copy.permissions = Json.isTruthy(permissions) ? permissions : null;
    return new Include(copy);
  }

  /** A query that does not depend on the record, with {@code $limit}, {@code $sort}, and so on. */
  public Include query(Map<String, ?> query) {
    Values copy = values.copy();
    copy.query = new LinkedHashMap<>(requireNonNull(query, "query == null"));
    return new Include(copy);
  }

  /** A query that depends on the record. */
  public Include select(Select select) {
    requireNonNull(select, "select == null");
    return selectAsync(
        (HookContext context, Map<String, @Nullable Object> parent, int depth) ->
            CompletableFuture.completedFuture(select.query(context, parent, depth)));
  }

  /** A query that depends on the record and is not known at once. */
  public Include selectAsync(AsyncSelect select) {
    Values copy = values.copy();
    copy.select = requireNonNull(select, "select == null");
    return new Include(copy);
  }

  /** Whether a single record stands in a list as well, and none is an empty list and not null. */
  public Include asArray(boolean asArray) {
    Values copy = values.copy();
    copy.asArray = asArray;
    return new Include(copy);
  }

  /** Whether the service gives a page, as large as it thinks fit, and not all records. */
  public Include paginate(boolean paginate) {
    Values copy = values.copy();
    copy.paginate = paginate;
    return new Include(copy);
  }

  /**
   * That the service gives a page of so many records.
   *
   * @throws IllegalArgumentException where there are fewer than one
   */
  public Include paginate(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size < 1: " + size);
    }
    Values copy = values.copy();
    copy.paginate = size;
    return new Include(copy);
  }

  /** Whether the joins that the service has itself are run as well. */
  public Include useInnerPopulate(boolean useInnerPopulate) {
    Values copy = values.copy();
    copy.useInnerPopulate = useInnerPopulate;
    return new Include(copy);
  }

  /**
   * As who the service is called: null for the service itself, which may see more than the client.
   * Where it is not said, as the schema or the include around it says; where nothing says it, as
   * the hook was called.
   */
  public Include provider(@Nullable String provider) {
    Values copy = values.copy();
    copy.hasProvider = true;
    copy.provider = provider;
    return new Include(copy);
  }

  /**
   * What is put into these records in turn.
   *
   * @throws IllegalArgumentException where one of them has neither a relation nor a query
   */
  public Include include(Include... include) {
    return includeAll(complete(List.of(include)));
  }

  Include includeAll(List<Include> include) {
    Values copy = values.copy();
    copy.include = include;
    return new Include(copy);
  }

  /** The same, unless the next call of a service could only be refused. */
  static List<Include> complete(List<Include> include) {
    for (Include one : include) {
      if (!one.isRelated()) {
        throw new IllegalArgumentException(
            "Child schema is missing parentField or childField property. (populate): "
                + one.values.service);
      }
    }
    return include;
  }

  @Nullable String service() {
    return values.service;
  }

  @Nullable String parentField() {
    return values.parentField;
  }

  @Nullable String childField() {
    return values.childField;
  }

  @Nullable Object permissions() {
    return values.permissions;
  }

  /** The query that does not depend on the record; null where there is none. */
  @Nullable Map<String, @Nullable Object> query() {
    return values.query;
  }

  @Nullable AsyncSelect select() {
    return values.select;
  }

  boolean asArray() {
    return values.asArray;
  }

  Object paginate() {
    return values.paginate;
  }

  boolean useInnerPopulate() {
    return values.useInnerPopulate;
  }

  /** As who the service is called, where what is around this one says so. */
  @Nullable String providerWithin(@Nullable String around) {
    return values.hasProvider ? values.provider : around;
  }

  /** What is put into these records; null where nothing is said of it. */
  @Nullable List<Include> include() {
    return values.include;
  }

  /** Whether it is told without a relation which records are meant. */
  boolean hasQuery() {
    return values.query != null || values.select != null;
  }

  /** Whether it is told which records are meant. */
  boolean isRelated() {
    return values.parentField != null ? values.childField != null : hasQuery();
  }

  /** Where the records go; the service's name where nothing else is said. */
  @Nullable String place() {
    return values.nameAs != null ? values.nameAs : values.service;
  }

  @Override
  public String toString() {
    return values.service + " as " + place();
  }
}
