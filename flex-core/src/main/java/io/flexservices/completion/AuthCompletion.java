package io.flexservices.completion;

import io.flexservices.error.OAuthError;
import io.flexservices.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The completion of an auth handler: {@code complete.setToken(token).addAttribute("email",
 * email).ok().next()}.
 *
 * <p>The {@code complete} that a handler is given is a beginning: every call on it starts a fresh
 * builder. What such a call returns is that builder, mutable and for one thread; it ends in {@link
 * #next()} or {@link #done()}, which mean the same for a login. Every error has the status 401 and
 * the form that OAuth gives it.
 */
public final class AuthCompletion {
  private final Completions request;
  private final @Nullable Draft draft;

  AuthCompletion(Completions request, @Nullable Draft draft) {
    this.request = request;
    this.draft = draft;
  }

  /** What has been said so far in one chain of calls. */
  static final class Draft {
    private int status = 200;
    private @Nullable Object explanation;
    private boolean explained;
    private Map<String, @Nullable Object> body = new LinkedHashMap<>();

    Draft() {
      body.put("token", Map.of());
      body.put("authenticated", false);
    }
  }

  private AuthCompletion builder() {
    return draft == null ? new AuthCompletion(request, new Draft()) : this;
  }

  private Draft draft() {
    return draft == null ? new Draft() : draft;
  }

  /**
   * The documents' {@code complete(token)}: a completion with an initial token.
   *
   * @deprecated as in the Flex SDK; use {@link #setToken}
   */
  @Deprecated
  public AuthCompletion with(@Nullable Object token) {
    Draft fresh = new Draft();
    fresh.explanation = token;
    fresh.explained = true;
    return new AuthCompletion(request, fresh).setToken(token);
  }

  /**
   * Sets the token: a JSON object or a Base64 text; null leaves it as it is. Before an error
   * status, a text or an exception explains the error, where the status has no argument.
   */
  public AuthCompletion setToken(@Nullable Object token) {
    AuthCompletion builder = builder();
    Draft here = builder.draft();
    if (Json.isTruthy(token)) {
      here.body.put("token", token);
      if (token instanceof CharSequence || token instanceof Throwable) {
        here.explanation = token;
      }
    }
    return builder;
  }

  /** Adds an attribute of the user to the answer. */
  public AuthCompletion addAttribute(String name, @Nullable Object value) {
    AuthCompletion builder = builder();
    builder.draft().body.put(name, value);
    return builder;
  }

  /** Removes an attribute that was added before. */
  public AuthCompletion removeAttribute(String name) {
    AuthCompletion builder = builder();
    builder.draft().body.remove(name);
    return builder;
  }

  /** 200: the user is authenticated. */
  public AuthCompletion ok() {
    AuthCompletion builder = builder();
    Draft here = builder.draft();
    here.status = 200;
    here.body.put("authenticated", true);
    return builder;
  }

  /** 401: an error of the server; the token so far explains. */
  public AuthCompletion serverError() {
    return serverError(null);
  }

  /** 401, explained by the argument: a text or an exception. */
  public AuthCompletion serverError(@Nullable Object description) {
    return failure(description, OAuthError::serverError);
  }

  /** 401: the user is denied access; the token so far explains. */
  public AuthCompletion accessDenied() {
    return accessDenied(null);
  }

  /** 401, explained by the argument. */
  public AuthCompletion accessDenied(@Nullable Object description) {
    return failure(description, OAuthError::accessDenied);
  }

  /** 401: the source of identities is unavailable for now; the token so far explains. */
  public AuthCompletion temporarilyUnavailable() {
    return temporarilyUnavailable(null);
  }

  /** 401, explained by the argument. */
  public AuthCompletion temporarilyUnavailable(@Nullable Object description) {
    return failure(description, OAuthError::temporarilyUnavailable);
  }

  /** 401: there is no implementation. */
  public AuthCompletion notImplemented() {
    AuthCompletion builder = builder();
    builder.fail(OAuthError.noHandler());
    return builder;
  }

  /** Ends the handler. */
  public Outcome next() {
    return end(true);
  }

  /** Ends the handler. */
  public Outcome done() {
    return end(false);
  }

  private AuthCompletion failure(
      @Nullable Object description, Function<@Nullable Object, OAuthError> factory) {
    AuthCompletion builder = builder();
    Object chosen = Json.isTruthy(description) ? description : builder.draft().explanation;
    builder.fail(factory.apply(request.describe(chosen)));
    if (chosen == null && builder.draft().explained) {
      builder.draft().body.put("error_description", null);
    }
    return builder;
  }

  private void fail(OAuthError error) {
    Draft here = draft();
    here.status = OAuthError.STATUS;
    here.body = error.toJson();
  }

  private Outcome end(boolean next) {
    Draft here = draft();
    return request.outcome().offer(new Outcome(here.status, here.body, null, next));
  }
}
