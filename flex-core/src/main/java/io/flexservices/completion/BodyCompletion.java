package io.flexservices.completion;

import io.flexservices.error.KinveyError;
import io.flexservices.json.Json;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the completions of data handlers and of functions have in common: a body and the statuses.
 *
 * <p>The {@code complete} that a handler is given is a beginning: every call on it starts a fresh
 * builder. What such a call returns is that builder, mutable and for one thread; it ends in {@link
 * #next()} or {@link #done()}. Calls may come in any order and number: the last status wins, an
 * error status takes the body set so far for its {@code debug} unless it has an argument, and a
 * body set after it replaces it. Without a status it is 200.
 *
 * @param <C> the type of the builder
 */
public abstract sealed class BodyCompletion<C extends BodyCompletion<C>>
    permits DataCompletion, FunctionCompletion {
  final Completions request;
  private final @Nullable Draft draft;

  BodyCompletion(Completions request, @Nullable Draft draft) {
    this.request = request;
    this.draft = draft;
  }

  /** What has been said so far in one chain of calls. */
  static final class Draft {
    private int status = 200;
    private @Nullable Object body;
    @Nullable Object query;
  }

  /** A builder over a draft. */
  abstract C builder(Draft draft);

  /** This builder, or a fresh one where this is the beginning. */
  final C builder() {
    @SuppressWarnings("unchecked") // C is the type of this
    C self = draft == null ? builder(new Draft()) : (C) this;
    return self;
  }

  final Draft draft() {
    return draft == null ? new Draft() : draft;
  }

  /**
   * The documents' {@code complete(body)}: a completion with an initial body.
   *
   * @deprecated as in the Flex SDK; use {@link #setBody}
   */
  @Deprecated
  public C with(@Nullable Object body) {
    Draft fresh = new Draft();
    fresh.body = body;
    return builder(fresh);
  }

  /**
   * Sets the body: an entity, an array of entities, or with an error status a description or an
   * exception. Any value that {@link io.flexservices.json.Json} can write; null leaves the body as
   * it is. Without a body the answer is an empty object.
   */
  public C setBody(@Nullable Object body) {
    C builder = builder();
    if (body != null) {
      builder.draft().body = body;
    }
    return builder;
  }

  /** 200: a normal success. */
  public C ok() {
    return success(200);
  }

  /** 201: a new record was created. */
  public C created() {
    return success(201);
  }

  /** 202: the request was taken and will be worked on later. */
  public C accepted() {
    return success(202);
  }

  /** 404: the entity or entities could not be found; the body so far explains. */
  public C notFound() {
    return notFound(null);
  }

  /** 404, explained by the argument: a text, an exception or any value with a JSON form. */
  public C notFound(@Nullable Object debug) {
    return failure(debug, KinveyError::notFound);
  }

  /** 400: the request is invalid; the body so far explains. */
  public C badRequest() {
    return badRequest(null);
  }

  /** 400, explained by the argument. */
  public C badRequest(@Nullable Object debug) {
    return failure(debug, KinveyError::badRequest);
  }

  /** 401: the user may not do this; the body so far explains. */
  public C unauthorized() {
    return unauthorized(null);
  }

  /** 401, explained by the argument. */
  public C unauthorized(@Nullable Object debug) {
    return failure(debug, KinveyError::unauthorized);
  }

  /** 403: the request is forbidden; the body so far explains. */
  public C forbidden() {
    return forbidden(null);
  }

  /** 403, explained by the argument. */
  public C forbidden(@Nullable Object debug) {
    return failure(debug, KinveyError::forbidden);
  }

  /** 405: the request or its method is not allowed; the body so far explains. */
  public C notAllowed() {
    return notAllowed(null);
  }

  /** 405, explained by the argument. */
  public C notAllowed(@Nullable Object debug) {
    return failure(debug, KinveyError::notAllowed);
  }

  /** 501: there is no implementation; the body so far explains. */
  public C notImplemented() {
    return notImplemented(null);
  }

  /** 501, explained by the argument. */
  public C notImplemented(@Nullable Object debug) {
    return failure(debug, KinveyError::notImplemented);
  }

  /** 550: an error of the service's own; the body so far explains. */
  public C runtimeError() {
    return runtimeError(null);
  }

  /** 550, explained by the argument. */
  public C runtimeError(@Nullable Object debug) {
    return failure(debug, KinveyError::runtimeError);
  }

  /** The status and the body of an error. */
  public C error(KinveyError error) {
    C builder = builder();
    Draft here = builder.draft();
    here.status = error.status();
    here.body = error.toJson();
    return builder;
  }

  /**
   * A completion for a data handler that this handler calls: what ends there does not end the
   * request. {@link #endAs} ends it so.
   */
  public DataCompletion apart() {
    return request.apart().data();
  }

  /** Ends the handler as another one ended, whose completion was {@link #apart()} from this. */
  public Outcome endAs(Outcome other) {
    return request.outcome().offer(other);
  }

  /** Ends the handler; Kinvey goes on with the request. */
  public Outcome next() {
    return end(true);
  }

  /** Ends the handler and the request: Kinvey answers its client with what was set. */
  public Outcome done() {
    return end(false);
  }

  private C success(int status) {
    C builder = builder();
    builder.draft().status = status;
    return builder;
  }

  private C failure(@Nullable Object debug, Function<Object, KinveyError> factory) {
    C builder = builder();
    return builder.error(factory.apply(explanation(debug, builder.draft().body)));
  }

  private Object explanation(@Nullable Object debug, @Nullable Object body) {
    Object value = request.describe(Json.isTruthy(debug) ? debug : body);
    return value != null && Json.isTruthy(value) ? value : Map.of();
  }

  private Outcome end(boolean next) {
    Draft here = draft();
    return request.outcome().offer(new Outcome(here.status, here.body, here.query, next));
  }
}
