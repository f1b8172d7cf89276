package io.flexservices.hooks.kinvey;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.internal.DataView;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.KinveyQuery;
import io.flexservices.hooks.records.ServiceCall;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.json.Throwables;
import io.flexservices.modules.Modules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One call of a handler between its hooks, and what becomes of its outcome. */
final class HandlerCall implements HookedCall.Method {
  private final HookedServiceObject serviceObject;
  private final AsyncDataHandler handler;
  private final DataContext request;
  private final DataCompletion complete;
  private final Modules modules;
  private final @Nullable Object givenQuery;

  private @Nullable Outcome outcome;
  private @Nullable AnswerBody body;
  private @Nullable HandlerFailure failure;

  HandlerCall(
      HookedServiceObject serviceObject,
      AsyncDataHandler handler,
      DataContext request,
      DataCompletion complete,
      Modules modules,
      Map<String, @Nullable Object> givenQuery) {
    this.serviceObject = serviceObject;
    this.handler = handler;
    this.request = request;
    this.complete = complete;
    this.modules = modules;
    this.givenQuery = Json.copy(givenQuery);
  }

  HookSet hooks() {
    HookSet all = serviceObject.hooks();
    return Methods.isCount(request.event()) ? all.without(HookStage.AFTER) : all;
  }

  @Override
  public CompletionStage<? extends @Nullable Object> call(HookContext context) throws Exception {
    boolean hasQuery = !context.params().query().isEmpty();
    DataEvent byQuery = Methods.byQuery(request.event());
    AsyncDataHandler other = hasQuery ? serviceObject.bareHandler(byQuery) : null;
    AsyncDataHandler called = other == null || byQuery == request.event() ? handler : other;
    DataEvent event = called.equals(handler) ? request.event() : byQuery;
    CompletionStage<Outcome> ending =
        called.handle(new DataView(request, event, properties(context)), complete.apart(), modules);
    if (ending == null) {
      throw new IllegalStateException(
          "The handler returned null; it must return a CompletionStage");
    }
    return ending.thenApply((@Nullable Outcome ended) -> result(context, ended));
  }

  /** The answer to a call that succeeded, or that a hook gave a result. */
  Outcome answer(HookContext context) {
    Object sent = request instanceof ServiceCall ? context.result() : Endings.sent(context);
    if (outcome != null && body != null) {
      return complete.endAs(outcome.withBody(body.with(sent)));
    }
    boolean isCount = Methods.isCount(request.event());
    return complete.setBody(isCount ? counted(sent) : sent).ok().next();
  }

  /** The answer to a call that failed: that of the handler, where it is the one that did. */
  Outcome failed(Throwable thrown) {
    return outcome != null && Throwables.unwrapped(thrown).equals(failure)
        ? complete.endAs(outcome)
        : Endings.failed(complete, thrown);
  }

  private Map<String, @Nullable Object> properties(HookContext context) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(request.toJson().asMap());
    put(properties, "entityId", context.id());
    put(properties, "body", context.data());
    if (isQueryChanged(context)) {
      JsonObject given = request.query();
      Map<String, @Nullable Object> changed =
          KinveyQuery.parameters(context.params().query(), given);
      put(properties, "query", given == null && changed.isEmpty() ? null : changed);
    }
    return properties;
  }

  private boolean isQueryChanged(HookContext context) {
    return !context.params().query().equals(givenQuery);
  }

  private @Nullable Object result(HookContext context, @Nullable Outcome ended) {
    if (ended == null) {
      throw new IllegalStateException(
          "The handler returned null; it must return what next() or done() gave it");
    }
    outcome = ended;
    if (ended.status() >= 400) {
      failure = new HandlerFailure(name(), ended.status(), Json.copy(ended.body()));
      throw failure;
    }
    body = AnswerBody.of(ended.body(), request.event() == DataEvent.ON_INSERT_MANY);
    requireMeant(context, body.result());
    return body.result();
  }

  /** A handler that gets an id need not look at conditions, which hooks may have added. */
  private void requireMeant(HookContext context, @Nullable Object result) {
    if (request.event() == DataEvent.ON_GET_BY_ID
        && isQueryChanged(context)
        && result instanceof Map<?, ?> entity
        && !FlatQuery.matches(context.params().query(), asObject(entity))) {
      throw HookException.noRecord(context.id());
    }
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, ?> asObject(Map<?, ?> entity) {
    return (Map<String, ?>) entity;
  }

  private String name() {
    return "The handler " + serviceObject.name() + "." + request.event().eventName();
  }

  /** What a hook gave for the records that are to be counted. */
  private static @Nullable Object counted(@Nullable Object found) {
    if (found instanceof List<?> list) {
      return Map.of("count", list.size());
    }
    return found instanceof Map<?, ?> page && page.get("total") instanceof Number total
        ? Map.of("count", total)
        : found;
  }

  private static void put(
      Map<String, @Nullable Object> properties, String name, @Nullable Object value) {
    if (value == null) {
      properties.remove(name);
    } else {
      properties.put(name, value);
    }
  }
}
