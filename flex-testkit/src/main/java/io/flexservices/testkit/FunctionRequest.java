package io.flexservices.testkit;

import static java.util.Objects.requireNonNull;

import io.flexservices.functions.HookType;
import io.flexservices.json.Json;
import io.flexservices.spi.RequestBody;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a FlexFunction; what is not said is left out of the call. The answer is an envelope:
 * {@code response.json().path("request.body")} is what a pre hook lets go on, {@code
 * path("response.body")} what the client gets.
 */
public final class FunctionRequest extends TestRequest<FunctionRequest> {
  private final String name;
  private final Map<String, @Nullable Object> task = new LinkedHashMap<>();

  FunctionRequest(Exchange exchange, String name) {
    super(exchange);
    this.name = name;
    header("Content-Type", "application/json");
  }

  /** When Kinvey calls; without it the function is a custom endpoint. */
  public FunctionRequest hook(HookType hookType) {
    return put("hookType", requireNonNull(hookType, "hookType == null").wireName());
  }

  /** The method of the client's request, {@code POST} without it. */
  public FunctionRequest method(String method) {
    return put("method", requireNonNull(method, "method == null"));
  }

  /** What the request acts on, the name of a collection say. */
  public FunctionRequest objectName(String objectName) {
    return put("objectName", requireNonNull(objectName, "objectName == null"));
  }

  /** The id of the entity that the request acts on. */
  public FunctionRequest entityId(String entityId) {
    return put("entityId", requireNonNull(entityId, "entityId == null"));
  }

  /** The body of the client's request: any value with a JSON form. */
  public FunctionRequest body(Object body) {
    return put("body", requireNonNull(body, "body == null"));
  }

  /** The query of the client's request: {@code query}, {@code sort}, {@code limit} and so on. */
  public FunctionRequest query(Map<String, ?> query) {
    return put("query", requireNonNull(query, "query == null"));
  }

  /** The values that an earlier function of the same request left. */
  public FunctionRequest tempObjectStore(Map<String, ?> values) {
    return put("tempObjectStore", requireNonNull(values, "values == null"));
  }

  /** The response so far, for a post hook: its status and its body. */
  public FunctionRequest response(int status, Object body) {
    requireNonNull(body, "body == null");
    return put("response", Map.of("status", status, "headers", Map.of(), "body", body));
  }

  private FunctionRequest put(String member, Object value) {
    task.put(member, value);
    return this;
  }

  @Override
  FunctionRequest self() {
    return this;
  }

  @Override
  String method() {
    return "POST";
  }

  @Override
  Target target() {
    return Target.of("_flexFunctions", name);
  }

  @Override
  RequestBody body() {
    return RequestBody.of(Json.bytes(task));
  }
}
