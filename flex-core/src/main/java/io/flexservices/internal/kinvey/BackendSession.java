package io.flexservices.internal.kinvey;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.worker.CallFuture;
import io.flexservices.internal.worker.PendingWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls to the backend on behalf of one request. Safe to use from several threads. */
public final class BackendSession {
  private final BackendClient client;
  private final Supplier<BackendApp> app;
  private final Supplier<@Nullable String> userAuthorization;
  private final RequestOrigin origin;
  private final PendingWork pending;

  /**
   * The session of a request.
   *
   * @param app the app that the request is for; asked by each call
   * @param pending takes note of calls, since nobody need wait for them
   * @param userAuthorization what the client sent; asked by each call
   */
  public BackendSession(
      BackendClient client,
      Supplier<BackendApp> app,
      Supplier<@Nullable String> userAuthorization,
      RequestOrigin origin,
      PendingWork pending) {
    this.client = requireNonNull(client, "client == null");
    this.app = requireNonNull(app, "app == null");
    this.userAuthorization = requireNonNull(userAuthorization, "userAuthorization == null");
    this.origin = requireNonNull(origin, "origin == null");
    this.pending = requireNonNull(pending, "pending == null");
  }

  /** The request on whose behalf calls are made. */
  public RequestOrigin origin() {
    return origin;
  }

  /**
   * Makes a call on a worker thread.
   *
   * @param form what the result is made of; it may throw a {@link KinveyException}
   * @return completed with the result or a {@link KinveyException}, when the request's time is
   *     spent at the latest; the call is aborted where it is cancelled
   */
  public <T extends @Nullable Object> CompletableFuture<T> send(
      BackendCall call, Function<BackendAnswer, T> form) {
    BackendApp sender = app.get();
    String user = userAuthorization.get();
    BackendRequest request;
    try {
      request = new RequestWriter(sender, user, client.hosts()).write(call);
    } catch (KinveyException e) {
      return CompletableFuture.failedFuture(e);
    }
    Redaction redaction = new Redaction(sender, user);
    CompletableFuture<T> result =
        new Exchange<>(client, call, request, redaction, origin.deadline(), form).start();
    pending.add("The call " + call, result);
    return result;
  }

  /**
   * Waits for a call.
   *
   * @throws KinveyException where it failed, or where the thread is interrupted, which aborts it
   */
  public static <T extends @Nullable Object> T await(CompletableFuture<T> call) {
    if (call instanceof CallFuture<T> waited) {
      waited.waitedFor();
    }
    try {
      return call.get();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw KinveyException.unanswered(
          "BackendTimeout", "The handler was interrupted while it waited for the backend", null, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof KinveyException failure) {
        throw failure.thrownHere();
      }
      throw new IllegalStateException("A call to Kinvey's backend failed", cause);
    }
  }
}
