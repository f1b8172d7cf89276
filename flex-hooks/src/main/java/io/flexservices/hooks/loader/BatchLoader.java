package io.flexservices.hooks.loader;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Loader;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.internal.Keys;
import io.flexservices.hooks.internal.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives values by their keys, and asks for many keys at once.
 *
 * <pre>{@code
 * BatchLoader<Map<String, Object>> users =
 *     BatchLoader.of(
 *         (keys, context) ->
 *             context
 *                 .service("users")
 *                 .find(CallingParams.of(context, Map.of("id", Map.of("$in", getUniqueKeys(keys)))))
 *                 .thenApply(found -> getResultsByKey(keys, found, "id", ResultType.REQUIRED)));
 *
 * users.load(101).thenAccept(user -> post.put("author", user));
 * }</pre>
 *
 * <p>Inside a hook or a resolver the keys are gathered; they are sent when nothing else in the call
 * can go on before the values are there. A key that was asked for in a call is not asked for again
 * in it, unless its load failed. What a load gives must not be waited for there, since its batch is
 * sent only when the hook has returned: {@code join} and {@code get} throw an {@link
 * IllegalStateException}. (They cannot see what {@code CompletableFuture.allOf} makes of loads:
 * {@link #loadMany} takes its place.)
 *
 * <p>Outside of hooks every call of {@link #load} and {@link #loadMany} is a batch of its own, and
 * nothing is remembered but what is in the cacheMap.
 *
 * <p>May be used by several requests at once: each has keys and values of its own. Its records are
 * for the request to change, but the same for all who load them within it.
 *
 * @param <V> what a key leads to: a record, or a list of records
 */
public final class BatchLoader<V extends @Nullable Object> implements Loader<V> {
  private final BatchFunction<V> function;
  private final LoaderOptions options;

  private BatchLoader(BatchFunction<V> function, LoaderOptions options) {
    this.function = requireNonNull(function, "function == null");
    this.options = requireNonNull(options, "options == null");
  }

  /** A loader over a function that finds the values of many keys. */
  public static <V extends @Nullable Object> BatchLoader<V> of(BatchFunction<V> function) {
    return of(function, LoaderOptions.defaults());
  }

  /** A loader with options. */
  public static <V extends @Nullable Object> BatchLoader<V> of(
      BatchFunction<V> function, LoaderOptions options) {
    return new BatchLoader<>(function, options);
  }

  @Override
  public CompletableFuture<V> load(Object key) {
    check(key);
    Turn turn = Turn.current();
    if (turn != null) {
      return in(turn).load(key);
    }
    LoaderTurn<V> alone = alone();
    CompletableFuture<V> load = alone.load(key);
    alone.send();
    return load;
  }

  /** The values of keys, in their order. A null among the keys leads to null. */
  @Override
  public CompletableFuture<List<V>> loadMany(Collection<?> keys) {
    requireNonNull(keys, "keys == null");
    keys.forEach(BatchLoader::checkNoList);
    Turn turn = Turn.current();
    if (turn != null) {
      return in(turn).loadMany(keys);
    }
    LoaderTurn<V> alone = alone();
    CompletableFuture<List<V>> loads = alone.loadMany(keys);
    alone.send();
    return loads;
  }

  /**
   * Keeps a value for a key, unless there is one: inside a hook for the call, and in the cacheMap
   * where there is one. Outside of hooks the cacheMap alone can keep it, for whom the loader works.
   *
   * @throws IllegalStateException outside of hooks, unless the loader has a cacheMap and a context
   */
  @Override
  public BatchLoader<V> prime(Object key, V value) {
    check(key);
    Turn turn = Turn.current();
    if (turn == null) {
      checkKeeps();
      alone().prime(key, value);
    } else {
      in(turn).prime(key, value);
    }
    return this;
  }

  @Override
  public BatchLoader<V> clear(Object key) {
    check(key);
    Turn turn = Turn.current();
    (turn == null ? alone() : in(turn)).clear(key);
    return this;
  }

  @Override
  public BatchLoader<V> clearAll() {
    Turn turn = Turn.current();
    (turn == null ? alone() : in(turn)).clearAll();
    return this;
  }

  /**
   * Records in the order of keys: for each key the record, or the list of records, whose own key
   * has the same text. So 1, 1.0 and "1" are one key. A key without a record leads to null.
   *
   * @param field the field of the records that holds their key
   * @param type whether a key leads to a record or to a list
   * @param <V> which of the two
   */
  public static <V extends @Nullable Object> List<V> getResultsByKey(
      List<?> keys, Collection<? extends Map<String, ?>> records, String field, ResultType type) {
    requireNonNull(field, "field == null");
    Function<Map<String, ?>, @Nullable Object> keyOf = record -> record.get(field);
    return getResultsByKey(keys, records, keyOf, type, ResultOptions.defaults());
  }

  /**
   * As {@link #getResultsByKey(List, Collection, String, ResultType)}, for records of any kind.
   *
   * @param keyOf the key of a record
   * @param options what is done with what does not fit
   * @param <R> the records
   */
  @SuppressWarnings("unchecked") // the caller says what the type of result gives
  public static <R extends @Nullable Object, V extends @Nullable Object> List<V> getResultsByKey(
      List<?> keys,
      Collection<R> records,
      Function<? super R, ? extends @Nullable Object> keyOf,
      ResultType type,
      ResultOptions options) {
    requireNonNull(keys, "keys == null");
    requireNonNull(records, "records == null");
    requireNonNull(type, "type == null");
    return (List<V>) ResultsByKey.of(keys, records, keyOf, type, options);
  }

  /** The keys without those whose text an earlier one has, as to ask for each once. */
  public static List<Object> getUniqueKeys(Collection<?> keys) {
    Set<Object> seen = new HashSet<>(Math.max(16, (int) (keys.size() / 0.75) + 1));
    List<Object> unique = new ArrayList<>(keys.size());
    for (Object key : keys) {
      if (seen.add(Keys.byText(key))) {
        unique.add(key);
      }
    }
    return unique;
  }

  /**
   * Loaders over the service of that name, one for each call, whose keys are the values of a field.
   *
   * <pre>{@code
   * context.loaders().put("user.id", loaderFactory("users", "id", false).apply(context));
   * }</pre>
   *
   * @param field the field, such as {@code id} or {@code postId}
   * @param multi whether a key leads to a list of records, in place of one
   * @param <V> which of the two
   */
  public static <V extends @Nullable Object> Function<HookContext, BatchLoader<V>> loaderFactory(
      String service, String field, boolean multi) {
    requireNonNull(service, "service == null");
    return loaderFactory(
        context -> LoaderFactory.service(context, service),
        field,
        multi,
        FactoryOptions.defaults());
  }

  /** As {@link #loaderFactory(String, String, boolean)}, over any records and with options. */
  public static <V extends @Nullable Object> Function<HookContext, BatchLoader<V>> loaderFactory(
      RecordsSource records, String field, boolean multi, FactoryOptions options) {
    LoaderFactory<V> factory = new LoaderFactory<>(records, field, multi, options);
    return context -> of(factory, LoaderOptions.defaults().withContext(context));
  }

  private LoaderTurn<V> in(Turn turn) {
    return turn.state(this, () -> turn(turn, turn.owner()));
  }

  private LoaderTurn<V> alone() {
    return turn(null, HookContext.of(HookStage.BEFORE, HookMethod.FIND, "").build());
  }

  private LoaderTurn<V> turn(@Nullable Turn turn, Object owner) {
    HookContext context = options.context();
    return new LoaderTurn<>(
        function, options, turn, context == null ? (HookContext) owner : context);
  }

  /** Without a context a value would be everybody's, without a cacheMap it would stay for ever. */
  private void checkKeeps() {
    if (options.cacheMap() == null || options.context() == null) {
      throw new IllegalStateException(
          "A loader was primed outside of a hook, where a cacheMap alone keeps values, for the"
              + " context that the loader works for. Give it both by withCacheMap and withContext,"
              + " or prime it inside a hook.");
    }
  }

  private static void check(@Nullable Object key) {
    if (key == null) {
      throw new NullPointerException(
          "A loader was asked for the key null; a record may lack the field that it was taken from.");
    }
    checkNoList(key);
  }

  private static void checkNoList(@Nullable Object key) {
    if (key instanceof Collection<?>) {
      throw new IllegalArgumentException(
          "A loader was asked for a list as one key; loadMany takes several keys.");
    }
  }
}
