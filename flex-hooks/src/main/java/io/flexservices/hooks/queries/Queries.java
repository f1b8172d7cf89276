package io.flexservices.hooks.queries;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.query.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for queries, which keep what callers ask for within bounds. Fields are names, or paths with
 * dots; a condition whose own name is such a path counts as well. All but {@link
 * #sifter(ContextValue)} and {@link #paramsFromClient(String...)} run before methods only.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .before(HookMethod.FIND, paramsFromClient("schema"), keepQuery("state", "$limit", "$skip"))
 *     .after(HookMethod.FIND, sifter(context -> sift(Map.of("address.country", "Canada"))));
 * }</pre>
 */
public final class Queries {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final List<HookStage> AFTER = List.of(HookStage.AFTER);
  private static final List<HookMethod> FIND = List.of(HookMethod.FIND);

  private Queries() {}

  /**
   * Keeps certain conditions of the query and drops all others; {@code $limit} and its like, and
   * {@code $or}, are conditions by their names. A query with fewer conditions finds more.
   */
  public static Hook keepQuery(String... fields) {
    return keepQuery(ContextValue.fixed(List.of(fields)));
  }

  /** {@link #keepQuery(String...)} by a function of the call. */
  public static Hook keepQuery(ContextValue<? extends Collection<String>> fields) {
    requireNonNull(fields, "fields == null");
    return context -> {
      checkBefore(context, "keepQuery");
      HookParams params = context.params();
      params.setQuery(Paths.onlyByName(params.query(), fields.of(context)));
    };
  }

  /** Drops certain conditions of the query. What is inside {@code $or} and its like stays. */
  public static Hook discardQuery(String... fields) {
    return discardQuery(ContextValue.fixed(List.of(fields)));
  }

  /** {@link #discardQuery(String...)} by a function of the call. */
  public static Hook discardQuery(ContextValue<? extends Collection<String>> fields) {
    requireNonNull(fields, "fields == null");
    return context -> {
      checkBefore(context, "discardQuery");
      HookParams params = context.params();
      params.setQuery(Paths.without(params.query(), fields.of(context)));
    };
  }

  /**
   * The hook of that name as the reference runs it: it looks for the list in a member {@code query}
   * of the context itself, which contexts do not have, and so <b>leaves the call's query as it
   * is</b>. Only its check of the stage has an effect. It is here so that a set of hooks that is
   * brought over behaves as it did; what its documentation promises is done by {@link
   * #keepInQueryArray(String, List)}.
   *
   * @deprecated it protects nothing; {@link #keepInQueryArray(String, List)} does
   */
  @Deprecated
  public static Hook keepQueryInArray(String array, List<String> fields) {
    requireNonNull(array, "array == null");
    requireNonNull(fields, "fields == null");
    return context -> checkBefore(context, "keepQueryInArray");
  }

  /**
   * Keeps certain conditions in each object of a list in the query, {@code $or} for example, and
   * drops all others. Refuses a query that has something else in its place; one that has nothing
   * there passes.
   *
   * @param array where the list is
   * @param fields what is kept of each object in it
   */
  public static Hook keepInQueryArray(String array, List<String> fields) {
    return keepInQueryArray(array, ContextValue.fixed(List.copyOf(fields)));
  }

  /** {@link #keepInQueryArray(String, List)} by a function of the call. */
  public static Hook keepInQueryArray(
      String array, ContextValue<? extends Collection<String>> fields) {
    requireNonNull(array, "array == null");
    requireNonNull(fields, "fields == null");
    return context -> {
      checkBefore(context, "keepInQueryArray");
      Map<String, @Nullable Object> query = context.params().query();
      String refusal = Paths.keepInList(query, array, fields.of(context));
      if (refusal != null) {
        throw HookException.badRequest(refusal);
      }
    };
  }

  /**
   * Lets a caller have all records at once by a {@code $limit} of -1: takes that out of the query,
   * and sets the param {@code paginate} to false. Only before find.
   */
  public static Hook disablePagination() {
    return context -> {
      HookUsage.checkContext(context, BEFORE, FIND, "disablePagination");
      HookParams params = context.params();
      if (params.hasQuery() && "-1".equals(String.valueOf(params.query().get("$limit")))) {
        params.set(HookParams.PAGINATE, false);
        params.query().remove("$limit");
      }
    };
  }

  /**
   * Takes params out of the query's {@code $client}, where {@link #paramsForServer} put them. Names
   * that are not listed are dropped. The values are the client's: whoever lists {@code provider},
   * {@code user} or {@code securityContext} lets clients say who they are.
   */
  public static Hook paramsFromClient(String... names) {
    return paramsFromClient(ContextValue.fixed(List.of(names)));
  }

  /** {@link #paramsFromClient(String...)} by a function of the call. */
  public static Hook paramsFromClient(ContextValue<? extends Collection<String>> names) {
    return new ParamsFromClient(requireNonNull(names, "names == null"));
  }

  /**
   * Params whose members travel in the query, as {@code $client}, for a service that takes them out
   * by {@link #paramsFromClient}. The given params stay as they are.
   *
   * @param names the members to send; none stands for all. Others are left out
   */
  public static HookParams paramsForServer(HookParams params, String... names) {
    return ParamsFromClient.undo(params, List.of(names));
  }

  /**
   * Turns the values of fields that hold keys into what the database takes for keys, wherever they
   * stand in the query: as a value, or in {@code $in}; {@code $sort} and other operators are left
   * alone.
   *
   * <pre>{@code
   * mongoKeys(key -> Map.of("$oid", key), "authorId", "edit.editorId")
   * }</pre>
   *
   * @param toKey makes a key of a text or a number; of what {@code $in} holds, of any value
   * @param fields the fields, by the ends of their paths
   */
  public static Hook mongoKeys(UnaryOperator<@Nullable Object> toKey, String... fields) {
    return new MongoKeys(toKey, ContextValue.fixed(List.of(fields)));
  }

  /** {@link #mongoKeys(UnaryOperator, String...)} by a function of the call. */
  public static Hook mongoKeys(
      UnaryOperator<@Nullable Object> toKey, ContextValue<? extends Collection<String>> fields) {
    return new MongoKeys(toKey, fields);
  }

  /**
   * Leaves of what was found only the records that pass. Only after find.
   *
   * @param filter gives, for each call, what records pass; {@link #sift} makes that of a query
   */
  public static Hook sifter(
      ContextValue<? extends Predicate<? super Map<String, @Nullable Object>>> filter) {
    requireNonNull(filter, "filter == null");
    return context -> {
      HookUsage.checkContext(context, AFTER, FIND, "sifter");
      Predicate<? super Map<String, @Nullable Object>> passes = filter.of(context);
      List<Map<String, @Nullable Object>> found = context.records();
      found.removeIf(record -> !passes.test(record));
      context.replaceItems(found);
    };
  }

  /**
   * Records that fulfil conditions, in MongoDB's form.
   *
   * @throws io.flexservices.modules.query.QueryException where the conditions are malformed
   */
  public static Predicate<Map<String, @Nullable Object>> sift(Map<String, ?> conditions) {
    Query query = FlatQuery.toQuery(new LinkedHashMap<>(JsonObject.of(conditions).toMap()), "_id");
    return record -> !query.process(List.of(record)).isEmpty();
  }

  private static void checkBefore(HookContext context, String label) {
    HookUsage.checkContext(context, BEFORE, List.of(), label);
  }
}
