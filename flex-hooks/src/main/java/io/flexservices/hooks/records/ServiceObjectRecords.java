package io.flexservices.hooks.records;

import io.flexservices.completion.Completions;
import io.flexservices.completion.FirstOutcome;
import io.flexservices.completion.Outcome;
import io.flexservices.context.FlexContext;
import io.flexservices.data.AsyncDataHandler;
import io.flexservices.data.DataEvent;
import io.flexservices.data.ServiceObject;
import io.flexservices.hooks.HandlerFailure;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.Bodies;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.internal.HandlerEnding;
import io.flexservices.hooks.internal.PlainObjects;
import io.flexservices.hooks.internal.WithHooks;
import io.flexservices.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The entities of a service object, by its handlers, on behalf of a request. */
final class ServiceObjectRecords implements Records {
  private final ServiceObject serviceObject;
  private final HookContext caller;

  ServiceObjectRecords(ServiceObject serviceObject, HookContext caller) {
    this.serviceObject = serviceObject;
    this.caller = caller;
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    HookParams paged = copy(params);
    paged.setQuery(FlatQuery.paged(paged.query(), paged.get(HookParams.PAGINATE)));
    boolean hasQuery = !paged.query().isEmpty();
    DataEvent wanted = hasQuery ? DataEvent.ON_GET_BY_QUERY : DataEvent.ON_GET_ALL;
    if (serviceObject.handler(wanted) != null) {
      return call(wanted, null, null, paged).thenApply(ServiceObjectRecords::records);
    }
    DataEvent other = hasQuery ? DataEvent.ON_GET_ALL : DataEvent.ON_GET_BY_QUERY;
    HookParams all = copy(paged);
    all.setQuery(new LinkedHashMap<>());
    return call(other, null, null, all)
        .thenApply(
            (@Nullable Object body) ->
                Bodies.records(FlatQuery.toQuery(paged.query(), idField()).process(records(body))));
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
    AsyncDataHandler handler = serviceObject.handler(DataEvent.ON_GET_BY_ID);
    Map<String, @Nullable Object> conditions = FlatQuery.conditions(params.query());
    if (handler instanceof WithHooks) {
      conditions.clear(); // it looked at the entity before hooks left something out
    }
    return call(handler, DataEvent.ON_GET_BY_ID, id, null, copy(params))
        .thenApply((@Nullable Object body) -> meant(id, body, conditions));
  }

  /** As it is stored: hooks after reading may leave something out. */
  private CompletionStage<Map<String, @Nullable Object>> stored(Object id, HookParams params) {
    AsyncDataHandler handler = serviceObject.handler(DataEvent.ON_GET_BY_ID);
    HookParams whole = copy(params);
    whole.query().keySet().retainAll(FlatQuery.conditions(params.query()).keySet());
    return call(
            handler instanceof WithHooks hooked ? hooked.bare() : handler,
            DataEvent.ON_GET_BY_ID,
            id,
            null,
            whole)
        .thenApply((@Nullable Object body) -> meant(id, body, whole.query()));
  }

  private static Map<String, @Nullable Object> meant(
      Object id, @Nullable Object body, Map<String, @Nullable Object> conditions) {
    List<Map<String, @Nullable Object>> found = records(body);
    if (found.isEmpty() || !FlatQuery.matches(conditions, found.get(0))) {
      throw HookException.noRecord(id);
    }
    return found.get(0);
  }

  @Override
  public CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    if (!(data instanceof List<?> list)) {
      return call(DataEvent.ON_INSERT, null, data, copy(params));
    }
    if (serviceObject.handler(DataEvent.ON_INSERT_MANY) != null) {
      return call(DataEvent.ON_INSERT_MANY, null, data, copy(params));
    }
    return SideBySide.<Object, @Nullable Object>each(
            list, item -> call(DataEvent.ON_INSERT, null, item, copy(params)).toCompletableFuture())
        .<@Nullable Object>thenApply((List<@Nullable Object> created) -> created);
  }

  @Override
  public CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    if (id == null) {
      return refused("replaced");
    }
    return meant(id, params)
        .<@Nullable Object>thenCompose(is -> call(DataEvent.ON_UPDATE, id, data, copy(params)));
  }

  @Override
  public CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    if (id == null) {
      return refused("changed");
    }
    return stored(id, params)
        .thenCompose(
            (Map<String, @Nullable Object> record) -> {
              record.putAll(data);
              return call(DataEvent.ON_UPDATE, id, record, copy(params));
            });
  }

  @Override
  public CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    if (id != null) {
      return meant(id, params)
          .<@Nullable Object>thenCompose(
              is -> call(DataEvent.ON_DELETE_BY_ID, id, null, copy(params)));
    }
    return call(
        params.query().isEmpty() ? DataEvent.ON_DELETE_ALL : DataEvent.ON_DELETE_BY_QUERY,
        null,
        null,
        copy(params));
  }

  /** Fails where the params have conditions, which the entity of the id does not meet. */
  private CompletionStage<?> meant(Object id, HookParams params) {
    return FlatQuery.conditions(params.query()).isEmpty()
        ? CompletableFuture.completedStage(null)
        : stored(id, params);
  }

  private CompletionStage<@Nullable Object> call(
      DataEvent event, @Nullable Object id, @Nullable Object body, HookParams params) {
    return call(serviceObject.handler(event), event, id, body, params);
  }

  private CompletionStage<@Nullable Object> call(
      @Nullable AsyncDataHandler handler,
      DataEvent event,
      @Nullable Object id,
      @Nullable Object body,
      HookParams params) {
    if (handler == null) {
      return CompletableFuture.failedStage(
          HookException.methodNotAllowed(name(event) + " has no handler"));
    }
    FlexContext request = caller.request();
    FirstOutcome once =
        new FirstOutcome(name(event) + " was completed more than once", request.logger());
    return HandlerEnding.of(
            "The handler of " + event.eventName() + " of " + serviceObject.name(),
            () ->
                handler.handle(
                    ServiceObjectCall.of(request, event, serviceObject.name(), id, body, params),
                    new Completions(once, false).data(),
                    caller.modules()))
        .<@Nullable Object>thenApply((Outcome outcome) -> body(event, id, outcome));
  }

  private @Nullable Object body(DataEvent event, @Nullable Object id, Outcome outcome) {
    Object body = Bodies.plain(outcome.body());
    if (outcome.status() == 404 && id != null) {
      throw HookException.noRecord(id);
    }
    if (outcome.status() >= 400) {
      throw new HandlerFailure(name(event), outcome.status(), body);
    }
    return body;
  }

  /** The records of a list, of a page of them, or the one that it is. */
  private static List<Map<String, @Nullable Object>> records(@Nullable Object body) {
    if (body instanceof Map<?, ?> page && page.get("data") instanceof List<?> data) {
      return PlainObjects.among(data);
    }
    return PlainObjects.among(
        body instanceof List<?> list ? list : Collections.singletonList(body));
  }

  /** Deep enough that hooks of the other handler change nothing of the caller's. */
  private static HookParams copy(HookParams params) {
    HookParams copy = params.copy();
    copy.setQuery(new LinkedHashMap<>(JsonObject.of(params.query()).toMap()));
    return copy;
  }

  private CompletionStage<@Nullable Object> refused(String what) {
    return CompletableFuture.failedStage(
        HookException.badRequest(
            "Only the entity of an id of " + serviceObject.name() + " can be " + what));
  }

  private String name(DataEvent event) {
    return "The event " + event.eventName() + " of " + serviceObject.name();
  }
}
