package io.flexservices.modules.push;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendCall;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.json.JsonArray;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends push notifications ({@code lib/service/modules/push.js} of the Flex SDK, 4.1.4), under the
 * master secret and by version 3 of Kinvey's REST API.
 *
 * <pre>{@code
 * List<JsonObject> friends = modules.dataStore().collection("user").find(query);
 * modules.push().sendMessage(friends, "Dinner is ready");
 * }</pre>
 *
 * <p>Recipients are one user entity or a collection of them. Methods wait for Kinvey's answer, for
 * as long as the request has time, and return it: an object or array as a view, null for nothing.
 * What fails is a {@link KinveyException}. Safe to use from several threads.
 */
public final class Push {
  private static final int API_VERSION = 3;

  private final BackendSession backend;

  /** Made by the runtime; a handler gets one from its modules. */
  public Push(BackendSession backend) {
    this.backend = requireNonNull(backend, "backend == null");
  }

  /** Sends a message to users. */
  public @Nullable Object sendMessage(@Nullable Object users, @Nullable Object message) {
    return BackendSession.await(sendMessageAsync(users, message));
  }

  /** As {@link #sendMessage}, without waiting. */
  public CompletableFuture<@Nullable Object> sendMessageAsync(
      @Nullable Object users, @Nullable Object message) {
    if (users == null) {
      return missing("users");
    }
    if (message == null) {
      return missing("message");
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("recipients", recipients(users));
    body.put("messageContent", message);
    return post("sendMessage", body);
  }

  /** The same as {@link #sendMessage}. */
  public @Nullable Object send(@Nullable Object users, @Nullable Object message) {
    return sendMessage(users, message);
  }

  /** As {@link #send}, without waiting. */
  public CompletableFuture<@Nullable Object> sendAsync(
      @Nullable Object users, @Nullable Object message) {
    return sendMessageAsync(users, message);
  }

  /** Sends a message to every user with a device. */
  public @Nullable Object broadcastMessage(@Nullable Object message) {
    return BackendSession.await(broadcastMessageAsync(message));
  }

  /** As {@link #broadcastMessage}, without waiting. */
  public CompletableFuture<@Nullable Object> broadcastMessageAsync(@Nullable Object message) {
    if (message == null) {
      return missing("message");
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("messageContent", message);
    return post("sendBroadcast", body);
  }

  /** The same as {@link #broadcastMessage}. */
  public @Nullable Object broadcast(@Nullable Object message) {
    return broadcastMessage(message);
  }

  /** As {@link #broadcast}, without waiting. */
  public CompletableFuture<@Nullable Object> broadcastAsync(@Nullable Object message) {
    return broadcastMessageAsync(message);
  }

  /**
   * Sends users a payload of each platform's own.
   *
   * @param iOSAps the {@code aps} of iOS: alert, badge, sound and so on
   * @param iOSExtras what else iOS gets
   * @param androidPayload what Android gets
   */
  public @Nullable Object sendPayload(
      @Nullable Object users,
      @Nullable Object iOSAps,
      @Nullable Object iOSExtras,
      @Nullable Object androidPayload) {
    return sendMessage(users, payload(iOSAps, iOSExtras, androidPayload));
  }

  /** As {@link #sendPayload}, without waiting. */
  public CompletableFuture<@Nullable Object> sendPayloadAsync(
      @Nullable Object users,
      @Nullable Object iOSAps,
      @Nullable Object iOSExtras,
      @Nullable Object androidPayload) {
    return sendMessageAsync(users, payload(iOSAps, iOSExtras, androidPayload));
  }

  /** As {@link #sendPayload}, to every user with a device. */
  public @Nullable Object broadcastPayload(
      @Nullable Object iOSAps, @Nullable Object iOSExtras, @Nullable Object androidPayload) {
    return broadcastMessage(payload(iOSAps, iOSExtras, androidPayload));
  }

  /** As {@link #broadcastPayload}, without waiting. */
  public CompletableFuture<@Nullable Object> broadcastPayloadAsync(
      @Nullable Object iOSAps, @Nullable Object iOSExtras, @Nullable Object androidPayload) {
    return broadcastMessageAsync(payload(iOSAps, iOSExtras, androidPayload));
  }

  private CompletableFuture<@Nullable Object> post(
      String what, Map<String, @Nullable Object> body) {
    return backend.<@Nullable Object>send(
        BackendCall.of("POST", API_VERSION, "push", what).body(body), BackendAnswer::value);
  }

  private static Object recipients(Object users) {
    boolean isSentAsItIs =
        users instanceof Collection
            || users instanceof JsonArray
            || users instanceof String
            || users.getClass().isArray();
    return isSentAsItIs ? users : List.of(users);
  }

  private static Map<String, @Nullable Object> payload(
      @Nullable Object iOSAps, @Nullable Object iOSExtras, @Nullable Object androidPayload) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("iOSAps", iOSAps);
    payload.put("iOSExtras", iOSExtras);
    payload.put("androidPayload", androidPayload);
    return payload;
  }

  private static CompletableFuture<@Nullable Object> missing(String parameter) {
    return CompletableFuture.failedFuture(
        KinveyException.refused(
            "You must specify the '" + parameter + "' parameter to send a push notification",
            null,
            null));
  }
}
