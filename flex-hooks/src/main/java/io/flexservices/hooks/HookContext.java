package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.context.FlexContext;
import io.flexservices.hooks.internal.CallQueue;
import io.flexservices.hooks.internal.Turn;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call to a service's method, as its hooks see and change it. Values are plain: maps, lists,
 * texts, numbers, booleans, null; all maps and lists in it may be changed. Belongs to one call:
 * used by one thread at a time.
 */
public final class HookContext {
  private static final Duration NO_LIMIT = Duration.ofDays(1); // asked for again when it is over

  private final HookMethod method;
  private final String path;
  private final Services services;
  private final @Nullable Modules modules;
  private final @Nullable FlexContext request;
  private final Map<String, Records> opened = new HashMap<>();
  private final Turn turn;

  private HookStage stage;
  private HookParams params;
  private @Nullable Object id;
  private @Nullable Object data;
  private @Nullable Object result;
  private @Nullable Object dispatch;
  private @Nullable Throwable error;
  private boolean hasResult;
  private Loaders loaders = new Loaders();

  private HookContext(Builder builder) {
    this.stage = builder.stage;
    this.method = builder.method;
    this.path = builder.path;
    this.services = builder.services;
    this.modules = builder.modules;
    this.request = builder.request;
    this.params = builder.params;
    this.id = builder.id;
    this.data = builder.data;
    this.turn = new Turn(this, builder.calls, this::timeLeft);
  }

  /** Begins a context: a call of that method on the service of that name. */
  public static Builder of(HookStage stage, HookMethod method, String path) {
    return new Builder(stage, method, path);
  }

  /** When the hook runs. */
  public HookStage stage() {
    return stage;
  }

  /** The same call goes on to its next stage. */
  void setStage(HookStage stage) {
    this.stage = requireNonNull(stage, "stage == null");
  }

  /** What the call does. */
  public HookMethod method() {
    return method;
  }

  /** The name of the service, a service object or a collection. */
  public String path() {
    return path;
  }

  /** The id of the record that is meant; null for several. */
  public @Nullable Object id() {
    return id;
  }

  /** Replaces the id. */
  public void setId(@Nullable Object id) {
    this.id = id;
  }

  /** What is to be written, a record or a list of records; null where nothing is. */
  public @Nullable Object data() {
    return data;
  }

  /** Replaces the data. */
  public void setData(@Nullable Object data) {
    this.data = data;
  }

  /** What the method gave: a record, a list, or a page {@code {total, limit, skip, data}}. */
  public @Nullable Object result() {
    return result;
  }

  /**
   * Whether there is a result, be it null. One that is there before the method stands in for it.
   */
  public boolean hasResult() {
    return hasResult;
  }

  /** Replaces the result. */
  public void setResult(@Nullable Object result) {
    this.result = result;
    this.hasResult = true;
  }

  /** Without a result, as before the method, and without a copy of it that clients would get. */
  void forgetResult() {
    this.result = null;
    this.hasResult = false;
    this.dispatch = null;
  }

  /** What is sent to clients in place of the result; null where that is the result itself. */
  public @Nullable Object dispatch() {
    return dispatch;
  }

  /** Replaces what is sent to clients. */
  public void setDispatch(@Nullable Object dispatch) {
    this.dispatch = dispatch;
  }

  /** What failed; null unless the stage is {@link HookStage#ERROR}. */
  public @Nullable Throwable error() {
    return error;
  }

  /** Replaces what failed. */
  public void setError(@Nullable Throwable error) {
    this.error = error;
  }

  /** The query, who calls, and what hooks leave for one another. */
  public HookParams params() {
    return params;
  }

  /** Replaces the params. */
  public void setParams(HookParams params) {
    this.params = requireNonNull(params, "params == null");
  }

  /**
   * The modules of the request.
   *
   * @throws IllegalStateException where the call does not belong to one
   */
  public Modules modules() {
    return ofRequest(modules);
  }

  /**
   * The request that the call belongs to, as Kinvey made it: who calls, how much time is left, its
   * logger.
   *
   * @throws IllegalStateException where the call does not belong to one
   */
  public FlexContext request() {
    return ofRequest(request);
  }

  private <T> T ofRequest(@Nullable T known) {
    if (known == null) {
      throw new IllegalStateException("The call to " + path + " does not belong to a request");
    }
    return known;
  }

  private Duration timeLeft() {
    return request == null ? NO_LIMIT : request.remainingTime();
  }

  /** Whether the call belongs to a request, so that there are {@link #modules()}. */
  public boolean hasModules() {
    return modules != null;
  }

  /** The services that this call knows by name. */
  public Services services() {
    return services;
  }

  /** The records of the service itself; null where they were not registered. */
  public @Nullable Records service() {
    return service(path);
  }

  /**
   * The records of a service by its name; null where there is none. What is made of their stages
   * inside a hook runs {@linkplain #inTurn in the call's turn}.
   */
  public @Nullable Records service(String name) {
    Records known = opened.get(name);
    if (known != null) {
      return known;
    }
    RecordsSource source = services.source(name);
    if (source == null) {
      return null;
    }
    Records records = new TurnRecords(source.open(this), turn);
    opened.put(name, records);
    return records;
  }

  /**
   * Begins work as a part of this call. Hooks, and what resolvers and loaders start, take turns:
   * one piece after the other, whichever thread completes what, so that none of them meets a record
   * that another one changes. Loaders send their batches when no piece is ready.
   *
   * @return ends as the stage does that the work gives
   */
  public <T extends @Nullable Object> CompletableFuture<T> inTurn(
      Callable<? extends CompletionStage<T>> work) {
    return turn.run(work);
  }

  /**
   * The same stage for a hook or resolver of this call: what is made of it takes its turn, as in
   * {@link #inTurn(Callable)}, in place of running beside other resolvers on the thread that
   * completes the stage.
   *
   * <pre>{@code
   * context.inTurn(http.sendAsync(request, ofString()))
   *     .thenAccept(answer -> post.put("rating", answer.body()));
   * }</pre>
   */
  public <T extends @Nullable Object> CompletableFuture<T> inTurn(CompletionStage<T> stage) {
    return turn.adopt(requireNonNull(stage, "stage == null"));
  }

  /** Waits for a hook's stage; inside the turn its other pieces run meanwhile. */
  void await(CompletionStage<?> stage) throws InterruptedException, ExecutionException {
    if (turn.equals(Turn.current())) {
      turn.await(stage);
    }
    stage.toCompletableFuture().get();
  }

  /** The loaders of the join that runs; empty outside of one. */
  public Loaders loaders() {
    return loaders;
  }

  /** Puts the loaders of a join in place, and gives those that were there, to be put back. */
  public Loaders exchangeLoaders(Loaders fresh) {
    Loaders former = loaders;
    loaders = requireNonNull(fresh, "fresh == null");
    return former;
  }

  /**
   * What the hook is for: the data before the method, the result after it, without the page around
   * the records that were found; what is sent to clients inside {@code actOnDispatch}. A record, a
   * list of them, or null where there is none.
   */
  public @Nullable Object items() {
    return Items.of(this);
  }

  /** Puts other items in the place of {@link #items()}. */
  public void replaceItems(@Nullable Object items) {
    Items.replace(this, items);
  }

  /** The items that are objects, be it one or many, to read and change. */
  public List<Map<String, @Nullable Object>> records() {
    return Items.records(items());
  }

  /**
   * A value of this context by a path that begins with {@code data}, {@code result}, {@code
   * params}, {@code id}, {@code path} or {@code method}: {@code params.user._id}. Null where it
   * leads nowhere.
   */
  public @Nullable Object valueAt(String path) {
    return ContextPaths.get(this, path);
  }

  /** Whether {@link #valueAt} leads to a value, be it null. */
  public boolean hasValueAt(String path) {
    return ContextPaths.has(this, path);
  }

  /**
   * Puts a value at a path that begins with {@code data}, {@code result} or {@code params}, or is
   * {@code id}. What is on the way is copied: an object that the caller passed in does not change.
   *
   * @throws IllegalArgumentException where it is something else
   */
  public void setValueAt(String path, @Nullable Object value) {
    ContextPaths.set(this, path, value);
  }

  /**
   * A context for work that goes on beside this call: of the same call, stage, services and
   * request, with copies of the maps and lists in data, result, dispatch and params, and with the
   * same loaders.
   */
  public HookContext copy() {
    HookContext copy =
        of(stage, method, path)
            .calledBy(this)
            .params(new HookParams(JsonObject.of(params.asMap()).toMap()))
            .id(id)
            .data(Json.copy(data))
            .build();
    copy.result = Json.copy(result);
    copy.hasResult = hasResult;
    copy.dispatch = Json.copy(dispatch);
    copy.error = error;
    copy.loaders = loaders;
    return copy;
  }

  @Override
  public String toString() {
    return stage.documentName() + " " + method.documentName() + " of " + path;
  }

  /** What a context begins with. A builder: every method changes it and returns it. */
  public static final class Builder {
    private final HookStage stage;
    private final HookMethod method;
    private final String path;
    private HookParams params = new HookParams();
    private Services services = Services.none();
    private @Nullable Modules modules;
    private @Nullable FlexContext request;
    private CallQueue calls = new CallQueue(CallQueue.DEFAULT_LIMIT);
    private @Nullable Object id;
    private @Nullable Object data;

    private Builder(HookStage stage, HookMethod method, String path) {
      this.stage = requireNonNull(stage, "stage == null");
      this.method = requireNonNull(method, "method == null");
      this.path = requireNonNull(path, "path == null");
    }

    /** The params; they are taken, not copied. */
    public Builder params(HookParams params) {
      this.params = requireNonNull(params, "params == null");
      return this;
    }

    /** The services that the call knows. */
    public Builder services(Services services) {
      this.services = requireNonNull(services, "services == null");
      return this;
    }

    /** The modules of the request that the call belongs to. */
    public Builder modules(Modules modules) {
      this.modules = requireNonNull(modules, "modules == null");
      return this;
    }

    /** The request that the call belongs to. */
    public Builder request(FlexContext request) {
      this.request = requireNonNull(request, "request == null");
      return this;
    }

    /** The request, the modules and the services of the call that makes this one. */
    public Builder calledBy(HookContext caller) {
      this.services = caller.services;
      this.modules = caller.modules;
      this.request = caller.request;
      this.calls = caller.turn.calls();
      return this;
    }

    /** The id of the record that is meant. */
    public Builder id(@Nullable Object id) {
      this.id = id;
      return this;
    }

    /** What is to be written; it is taken, not copied, and must be modifiable. */
    public Builder data(@Nullable Object data) {
      this.data = data;
      return this;
    }

    /** The context. */
    public HookContext build() {
      return new HookContext(this);
    }
  }
}
