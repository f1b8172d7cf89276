package io.flexservices.graphql;

import static java.util.Objects.requireNonNull;

import graphql.schema.DataFetchingEnvironment;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.Loader;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.loader.BatchLoader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One request: on whose behalf records are read, and the loaders that its fields share. Used within
 * the turn of its context only, in which all of the query is executed.
 */
final class Call {
  /** Under which graphql-java hands it to the fields. */
  static final Class<Call> KEY = Call.class;

  private final HookContext context;
  private final Map<LoaderKey, Loader<Object>> loaders = new HashMap<>();

  private final Set<Throwable> logged = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int maxNodes;
  private int nodes;

  Call(HookContext context, int maxNodes) {
    this.context = context;
    this.maxNodes = maxNodes;
  }

  static Call of(DataFetchingEnvironment environment) {
    return requireNonNull(environment.getGraphQlContext().get(KEY));
  }

  HookContext context() {
    return context;
  }

  /** The records of a service; that it is there was not to be seen before. */
  Records records(String service) {
    Records records = context.service(service);
    if (records == null) {
      throw new IllegalStateException("The call knows no service \"" + service + "\"");
    }
    return records;
  }

  /** The loader of all the fields that ask a service by the same field. */
  Loader<Object> loader(LoaderKey key) {
    return loaders.computeIfAbsent(key, absent -> absent.loader(context));
  }

  /**
   * Counts records that a field gives to the answer. A list inside a list multiplies: what the
   * limits of the query allow may still be more than memory holds.
   *
   * @throws HookException where the answer has too many
   */
  void count(int records) {
    nodes = (int) Math.min((long) nodes + records, maxNodes + 1L);
    checkCount();
  }

  /** Refuses to read more for an answer that has too many records already. */
  void checkCount() {
    if (nodes > maxNodes) {
      throw HookException.badRequest("The answer has more than " + maxNodes + " records");
    }
  }

  /** Writes a failure to the request's log, once for all the fields that it is the failure of. */
  void log(Throwable failure) {
    if (logged.add(failure)) {
      context.request().logger().error(failure);
    }
  }

  /** What a loader reads. */
  record LoaderKey(String service, String field, boolean toMany) {
    private BatchLoader<Object> loader(HookContext context) {
      return BatchLoader.<Object>loaderFactory(service, field, toMany).apply(context);
    }
  }
}
