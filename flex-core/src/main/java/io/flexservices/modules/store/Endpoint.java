package io.flexservices.modules.store;

import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendSession;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One custom endpoint. Methods wait and fail as those of {@link DataCollection}; the error of a
 * call that is refused before it is sent is {@code EndpointRunnerError}. Safe to use from several
 * threads.
 */
public final class Endpoint {
  private static final String RECURSION = "Recursive requests to the same endpoint are prohibited.";

  private final String name;
  private final Calls calls;

  Endpoint(String name, BackendSession backend, StoreOptions options) {
    this.name = name;
    boolean isRecursive =
        name.equals(backend.origin().objectName()) && backend.origin().customEndpoint();
    this.calls = new Calls(backend, options, "EndpointRunnerError", isRecursive ? RECURSION : null);
  }

  /** The name of the endpoint. */
  public String endpointName() {
    return name;
  }

  /** Runs the endpoint with an empty object as its body. */
  public @Nullable Object execute() {
    return execute(null);
  }

  /**
   * Runs the endpoint.
   *
   * @param body any value with a JSON form; an empty object for null
   * @return what the endpoint answers: an object or array as a view, another JSON value plain, null
   *     for nothing
   */
  public @Nullable Object execute(@Nullable Object body) {
    return BackendSession.await(executeAsync(body));
  }

  /** As {@link #execute()}, without waiting. */
  public CompletableFuture<@Nullable Object> executeAsync() {
    return executeAsync(null);
  }

  /** As {@link #execute(Object)}, without waiting. */
  public CompletableFuture<@Nullable Object> executeAsync(@Nullable Object body) {
    return calls.<@Nullable Object>send(
        calls.call("POST", "rpc", "custom", name).body(body == null ? Map.of() : body),
        BackendAnswer::value);
  }
}
