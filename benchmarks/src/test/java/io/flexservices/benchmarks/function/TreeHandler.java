package io.flexservices.benchmarks.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The measured handlers by hand, with the JSON library that most have, and without a framework. */
public final class TreeHandler implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final String secret = System.getenv("FLEX_SHARED_SECRET");

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = json.readTree(input);
    ObjectNode answer = json.createObjectNode();
    if (secret.equals(event.path("headers").path("x-auth-key").asText())) {
      answer.put("statusCode", 200).put("body", json.writeValueAsString(body(event)));
    } else {
      answer.put("statusCode", 401);
    }
    answer.putObject("headers").put("Content-Type", "application/json; charset=utf-8");
    json.writeValue(output, answer);
  }

  private JsonNode body(JsonNode event) throws IOException {
    String path = event.path("rawPath").asText();
    if (event.path("requestContext").path("http").path("method").asText().equals("GET")) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      return json.createObjectNode().put("_id", id).put("name", "thing");
    }
    JsonNode body = json.readTree(event.path("body").asText());
    return path.startsWith("/_flexFunctions/") ? echo(body) : body;
  }

  private JsonNode echo(JsonNode task) {
    ObjectNode both = json.createObjectNode();
    both.putObject("request")
        .put("method", task.path("method").asText())
        .put("objectName", task.path("objectName").asText())
        .set("body", task.path("body"));
    both.putObject("response").put("statusCode", 200).set("body", task.path("body"));
    return both;
  }
}
