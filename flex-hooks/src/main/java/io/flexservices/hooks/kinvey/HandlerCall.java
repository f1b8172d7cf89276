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
import io.flexservices.hooks.internal.Bodies;
import io.flexservices.hooks.internal.DataView;
import io.flexservices.hooks.internal.HandlerEnding;
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
  private final MeantEntities meant;

  private @Nullable Outcome outcome;
  private @Nullable AnswerBody body;
  private @Nullable HandlerFailure failure;

  HandlerCall(
      HookedServiceObject serviceObject,
      AsyncDataHandler handler,
      DataContext request,
      DataCompletion complete,
      Modules modules,
      MeantEntities meant) {
    this.serviceObject = serviceObject;
    this.handler = handler;
    this.request = request;
    this.complete = complete;
    this.modules = modules;
    this.meant = meant;
  }

  HookSet hooks() {
    HookSet all = serviceObject.hooks();
    return Methods.isCount(request.event()) ? all.without(HookStage.AFTER) : all;
  }

  @Override
  public CompletionStage<? extends @Nullable Object> call(HookContext context) {
    if (!Methods.isWriteById(request.event()) || !meant.hasMoreConditions()) {
      return write(context);
    }
    AsyncDataHandler reader = serviceObject.bareHandler(DataEvent.ON_GET_BY_ID);
    if (reader == null) {
      throw HookException.methodNotAllowed(
          "Hooks limit what is written, and there is no handler of onGetById");
    }
    Map<String, @Nullable Object> reading = properties(context);
    reading.put("method", "GET");
    reading.remove("body");
    return ended(reader, DataEvent.ON_GET_BY_ID, reading)
        .<@Nullable Object>thenCompose(
            read -> {
              meant.require(Bodies.plain(read.body()));
              return write(context);
            });
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

  private CompletionStage<@Nullable Object> write(HookContext context) {
    DataEvent event = request.event();
    AsyncDataHandler chosen = handler;
    DataEvent byQuery = Methods.byQuery(event);
    if (byQuery != event && !context.params().query().isEmpty()) {
      AsyncDataHandler other = serviceObject.bareHandler(byQuery);
      if (other != null) {
        event = byQuery;
        chosen = other;
      } else if (event == DataEvent.ON_DELETE_ALL) {
        throw HookException.methodNotAllowed(
            "Hooks limit what is deleted, and there is no handler of onDeleteByQuery");
      }
    }
    DataEvent called = event;
    return ended(chosen, event, properties(context))
        .<@Nullable Object>thenApply(done -> result(called, done));
  }

  private CompletionStage<Outcome> ended(
      AsyncDataHandler called, DataEvent event, Map<String, @Nullable Object> properties) {
    return HandlerEnding.of(
            "The handler",
            () ->
                called.handle(new DataView(request, event, properties), complete.apart(), modules))
        .thenApply(this::successful);
  }

  private Outcome successful(Outcome ended) {
    if (ended.status() >= 400) {
      outcome = ended;
      failure = new HandlerFailure(name(), ended.status(), Json.copy(ended.body()));
      throw failure;
    }
    return ended;
  }

  private @Nullable Object result(DataEvent event, Outcome ended) {
    AnswerBody answered = AnswerBody.of(ended.body(), event == DataEvent.ON_INSERT_MANY);
    outcome = ended;
    body = answered;
    boolean isJudged = meant.hasMoreConditions() || request instanceof ServiceCall;
    if (event == DataEvent.ON_GET_BY_ID && isJudged) {
      meant.require(answered.result());
    }
    return event == DataEvent.ON_GET_ALL && isJudged
        ? meant.among(answered.result())
        : answered.result();
  }

  private Map<String, @Nullable Object> properties(HookContext context) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(request.toJson().asMap());
    put(properties, "entityId", context.id());
    put(properties, "body", context.data());
    if (meant.isQueryChanged()) {
      JsonObject given = request.query();
      Map<String, @Nullable Object> changed =
          KinveyQuery.parameters(context.params().query(), given);
      put(properties, "query", given == null && changed.isEmpty() ? null : changed);
    }
    return properties;
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
