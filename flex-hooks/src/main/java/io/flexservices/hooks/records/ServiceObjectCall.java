package io.flexservices.hooks.records;

import io.flexservices.context.FlexContext;
import io.flexservices.data.DataEvent;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.internal.DataView;
import io.flexservices.hooks.internal.KinveyQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a handler that is called in the process, with the properties of a request. */
final class ServiceObjectCall extends DataView implements ServiceCall {
  private final HookParams params;

  private ServiceObjectCall(
      FlexContext request,
      DataEvent event,
      Map<String, @Nullable Object> properties,
      HookParams params) {
    super(request, event, properties);
    this.params = params;
  }

  static ServiceObjectCall of(
      FlexContext request,
      DataEvent event,
      String serviceObjectName,
      @Nullable Object id,
      @Nullable Object body,
      HookParams params) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("method", method(event));
    properties.put("headers", request.headers());
    properties.put("username", request.username());
    properties.put("userId", request.userId());
    properties.put("serviceObjectName", serviceObjectName);
    put(properties, "entityId", id);
    put(properties, "body", body);
    Map<String, @Nullable Object> query = KinveyQuery.parameters(params.query(), null);
    put(properties, "query", query.isEmpty() ? null : query);
    return new ServiceObjectCall(request, event, properties, params);
  }

  @Override
  public HookParams params() {
    return params;
  }

  private static String method(DataEvent event) {
    return switch (event) {
      case ON_INSERT, ON_INSERT_MANY -> "POST";
      case ON_UPDATE -> "PUT";
      case ON_DELETE_BY_ID, ON_DELETE_BY_QUERY, ON_DELETE_ALL -> "DELETE";
      case ON_GET_BY_ID, ON_GET_BY_QUERY, ON_GET_ALL, ON_GET_COUNT, ON_GET_COUNT_BY_QUERY -> "GET";
    };
  }

  private static void put(
      Map<String, @Nullable Object> properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.put(name, value);
    }
  }
}
