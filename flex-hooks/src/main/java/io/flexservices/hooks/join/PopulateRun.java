package io.flexservices.hooks.join;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.CallQueue;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.json.Throwables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a populate hook. Everything of it happens in one turn, so that records are changed by
 * one thread at a time; only the services work side by side. The first failure ends it: what is
 * under way then changes nothing any more, and what waits is not begun.
 */
final class PopulateRun {
  private final HookContext context;
  private final PopulateOptions options;
  private final Turn turn;
  private final CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
  private final CallQueue calls;

  PopulateRun(HookContext context, PopulateOptions options, Turn turn) {
    this.context = context;
    this.options = options;
    this.turn = turn;
    this.calls = new CallQueue(options.callLimit());
  }

  /** Begins the run; called in its turn. Complete when all is joined. */
  CompletionStage<@Nullable Void> start() throws Exception {
    PopulateSchema schema = schema();
    if (!schema.include().isEmpty()) {
      Join all = new WholeJoin();
      String provider = schema.providerWithin(context.params().provider());
      join(all, context.records(), schema.include(), provider, 1);
      all.closed();
    } else {
      result.complete(null);
    }
    return result;
  }

  private PopulateSchema schema() throws Exception {
    PopulateSchema schema = options.schema().of(context);
    if (schema == null) {
      throw refused("Schema does not resolve to an object.");
    }
    String service = schema.service();
    if (service != null && !service.equals(context.path())) {
      throw refused("Schema is for " + service + " not " + context.path() + ".");
    }
    if (isDenied(schema.permissions(), context.path(), 0)) {
      throw refused("Permissions do not allow this populate.");
    }
    return schema;
  }

  /** Begins to join to records; the whole is not over before they are. */
  void join(
      Join whole,
      List<Map<String, @Nullable Object>> records,
      List<Include> includes,
      @Nullable String provider,
      int depth)
      throws Exception {
    for (Map<String, @Nullable Object> record : records) {
      whole.opened();
      new RecordJoin(this, whole, record, depth).begin(includes, provider);
    }
  }

  /**
   * Whether the call of a service may be made.
   *
   * @return where its records go
   */
  String check(Include include, int depth) throws Exception {
    String service = include.service();
    String place = include.place();
    if (service == null || place == null) {
      throw refused("Child schema is missing the service property.");
    }
    if (!include.isRelated()) {
      throw refused("Child schema is missing parentField or childField property.");
    }
    if (isDenied(include.permissions(), service, depth)) {
      throw refused("Permissions for " + service + " do not allow include.");
    }
    return place;
  }

  private boolean isDenied(@Nullable Object permissions, String service, int depth)
      throws Exception {
    return permissions != null
        && !options.checkPermissions().allows(context, service, permissions, depth);
  }

  /** Calls the service, at once or when it is its turn. */
  void call(IncludeJoin join) {
    calls
        .call(() -> turn.run(() -> asked(join)).whenComplete(this::failed))
        .whenComplete(
            (List<Map<String, @Nullable Object>> found, @Nullable Throwable failure) ->
                turn.execute(() -> proceed(failure, () -> join.found(found))));
  }

  private CompletionStage<List<Map<String, @Nullable Object>>> asked(IncludeJoin join)
      throws Exception {
    Include.AsyncSelect select = join.include().select();
    if (select == null) {
      return find(join, null);
    }
    RecordJoin target = join.target();
    CompletionStage<? extends @Nullable Map<String, ?>> selected =
        select.query(context, target.record(), target.depth());
    return turn.adopt(selected).thenCompose(query -> findUnlessFailed(join, query));
  }

  private CompletionStage<List<Map<String, @Nullable Object>>> findUnlessFailed(
      IncludeJoin join, @Nullable Map<String, ?> selected) {
    return result.isDone()
        ? CompletableFuture.failedStage(new CancellationException("The join has failed"))
        : find(join, selected);
  }

  private CompletionStage<List<Map<String, @Nullable Object>>> find(
      IncludeJoin join, @Nullable Map<String, ?> selected) {
    String service = join.include().service();
    Records records = service == null ? null : context.service(service);
    if (records == null) {
      throw refused("Service " + service + " is not configured.");
    }
    return turn.adopt(records.find(join.params(context, selected)));
  }

  /** What follows from a stage, unless it failed, or anything did. */
  private void proceed(@Nullable Throwable failure, Step step) {
    if (failure != null) {
      fail(failure);
    } else if (!result.isDone()) {
      try {
        step.run();
      } catch (Exception | StackOverflowError e) {
        fail(e);
      }
    }
  }

  /** Before the call makes room for the next one, which is not to be made then. */
  private void failed(@Nullable Object found, @Nullable Throwable failure) {
    if (failure != null) {
      fail(Throwables.unwrapped(failure));
    }
  }

  private void fail(Throwable failure) {
    calls.clear();
    result.completeExceptionally(failure);
  }

  boolean isProfiled() {
    return options.profile();
  }

  /** Nanoseconds for the profile; nobody's clock is read where none is wanted. */
  long now() {
    return options.profile() ? options.clock().getAsLong() : 0;
  }

  private static HookException refused(String reason) {
    return HookException.badRequest(reason + " (populate)");
  }

  private interface Step {
    void run() throws Exception;
  }

  /** The records of the hook. */
  private final class WholeJoin extends Join {
    WholeJoin() {
      super(null);
    }

    @Override
    void finish() {
      result.complete(null);
    }
  }
}
