package io.flexservices.graphql;

import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks: the members of a GraphQL request over HTTP. */
record GraphQlRequest(String query, @Nullable String operationName, Map<String, Object> variables) {
  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException where it is no request, with a text for the client
   */
  static GraphQlRequest of(@Nullable Object body) {
    if (!(body instanceof JsonObject request)
        || !(request.value("query") instanceof String query)) {
      throw new IllegalArgumentException("The body must be {query, variables, operationName}");
    }
    Object operationName = request.value("operationName");
    if (operationName != null && !(operationName instanceof String)) {
      throw new IllegalArgumentException("The operationName must be a string");
    }
    Object variables = request.value("variables");
    if (variables == null) {
      return new GraphQlRequest(query, (String) operationName, Map.of());
    }
    if (!(variables instanceof JsonObject values)) {
      throw new IllegalArgumentException("The variables must be an object");
    }
    return new GraphQlRequest(query, (String) operationName, values.toMap());
  }
}
