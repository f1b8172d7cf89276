package io.flexservices.internal.pipeline;

import io.flexservices.data.DataEvent;
import io.flexservices.internal.kinvey.RequestOrigin;
import io.flexservices.internal.routing.QueryTree;
import io.flexservices.internal.routing.Registered;
import io.flexservices.internal.routing.Route;
import io.flexservices.internal.worker.PendingWork;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.log.JsonLogger;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestRejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the call that a request is: its context, its modules and its handler. */
final class CallFactory {
  private final Registries registries;
  private final JsonLogger serviceLogger;
  private final ModuleTools tools;
  private final boolean stackTraces;

  CallFactory(
      Registries registries, JsonLogger serviceLogger, ModuleTools tools, boolean stackTraces) {
    this.registries = registries;
    this.serviceLogger = serviceLogger;
    this.tools = tools;
    this.stackTraces = stackTraces;
  }

  Call data(
      Route.Data route,
      FlexRequest request,
      KinveyHead head,
      Deadline deadline,
      Delivery delivery) {
    Object body = hasBody(request.method()) ? body(request) : null;
    DataEvent event =
        route.event() == DataEvent.ON_INSERT && body instanceof List<?>
            ? DataEvent.ON_INSERT_MANY
            : route.event();
    Registered<Object> handler = registries.data().handler(route.serviceObjectName(), event);
    if (handler == null) {
      handler = NotImplemented.data();
    }
    CallScope scope =
        scope(
            "FlexData " + route.serviceObjectName() + "." + event.eventName(),
            head,
            JsonObject.empty(),
            new RequestOrigin(route.serviceObjectName(), false, handler.deadline(deadline)),
            delivery);
    return new DataCall(
        scope,
        new DataContextView(event, properties(route, request, head, body), scope),
        handler.handler());
  }

  Call function(
      Route.Function route,
      FlexRequest request,
      KinveyHead head,
      Deadline deadline,
      Delivery delivery) {
    FunctionTask task = new FunctionTask(head, QueryTree.of(request.query()), body(request));
    Registered<Object> handler = registries.functions().handler(route.name());
    if (handler == null) {
      handler = NotImplemented.function();
    }
    CallScope scope =
        scope(
            "FlexFunctions " + route.name(),
            head,
            task.tempObjectStore(),
            task.origin(handler.deadline(deadline)),
            delivery);
    return new FunctionCall(
        scope,
        new FunctionContextView(route.name(), task.hookType(), task.contextProperties(), scope),
        task,
        handler.handler());
  }

  Call auth(
      Route.Auth route,
      FlexRequest request,
      KinveyHead head,
      Deadline deadline,
      Delivery delivery) {
    Registered<Object> handler = registries.auth().handler(route.name());
    if (handler == null) {
      handler = NotImplemented.auth();
    }
    CallScope scope =
        scope(
            "FlexAuth " + route.name(),
            head,
            JsonObject.empty(),
            new RequestOrigin(null, false, handler.deadline(deadline)),
            delivery);
    Map<String, @Nullable Object> properties = common(request.method(), head);
    properties.put("body", credentials(body(request)));
    return new AuthCall(
        scope, new AuthContextView(route.name(), properties, scope), handler.handler());
  }

  /** What a call has; the origin is whom its calls to the backend are made for. */
  CallScope scope(
      String handlerName,
      KinveyHead head,
      JsonObject tempObjectStore,
      RequestOrigin origin,
      Delivery delivery) {
    PendingWork pending = new PendingWork();
    JsonLogger logger =
        serviceLogger.with("requestId", head.requestId()).with("handler", handlerName);
    return new CallScope(
        handlerName,
        head,
        origin.deadline(),
        logger,
        pending,
        new RequestModules(head, tempObjectStore, origin, pending, tools, logger),
        delivery,
        stackTraces);
  }

  private static Map<String, @Nullable Object> properties(
      Route.Data route, FlexRequest request, KinveyHead head, @Nullable Object body) {
    Map<String, @Nullable Object> properties = common(request.method(), head);
    properties.put("serviceObjectName", route.serviceObjectName());
    if (route.entityId() != null) {
      properties.put("entityId", route.entityId());
    }
    if (hasBody(request.method())) {
      properties.put("body", body);
    } else if (hasQuery(request)) {
      properties.put("query", QueryTree.of(request.query()));
    }
    return properties;
  }

  private static Map<String, @Nullable Object> common(String method, KinveyHead head) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("method", method);
    properties.put("headers", head.originalHeaders());
    properties.put("username", head.username());
    properties.put("userId", head.userId());
    return properties;
  }

  /** A login sees these three and nothing else of the body. */
  private static Map<String, @Nullable Object> credentials(@Nullable Object body) {
    Map<String, @Nullable Object> credentials = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> given) {
      for (String name : List.of("username", "password", "options")) {
        if (given.containsKey(name)) {
          credentials.put(name, given.get(name));
        }
      }
    }
    return credentials;
  }

  /** Whether a parameter has a name: {@code ?} and {@code ?=x} are no query. */
  static boolean hasQuery(FlexRequest request) {
    for (QueryParameters.Parameter parameter : request.query().all()) {
      if (!parameter.name().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** An event has a body or a query, never both. */
  private static boolean hasBody(String method) {
    return method.equals("POST") || method.equals("PUT");
  }

  /**
   * The body: an object or an array, the empty object where there is none. As in the reference, a
   * body that does not say it is JSON is not read.
   *
   * @throws RequestRejected where it says so and is not
   */
  static Object body(FlexRequest request) {
    if (request.body().isEmpty() || !isJson(request.headers().first("Content-Type"))) {
      return Map.of();
    }
    try {
      Object body = request.body().json();
      if (body instanceof Map<?, ?> || body instanceof List<?>) {
        return body;
      }
    } catch (JsonException e) {
      throw RequestRejected.malformed("The request body is not valid. " + e.getMessage());
    }
    throw RequestRejected.malformed("The request body is neither a JSON object nor an array");
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null || contentType.isBlank()) {
      return true;
    }
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    String normal = type.trim().toLowerCase(Locale.ROOT);
    return normal.equals("application/json") || normal.endsWith("+json");
  }
}
