package io.flexservices.benchmarks.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An insert that is given back, by jackson-databind's tree: of the event, and of its body. */
final class Tree implements Contestant {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public byte[] answer(byte[] event) throws IOException {
    JsonNode request = MAPPER.readTree(event);
    String body = request.get("body").textValue();
    JsonNode entity =
        request.get("isBase64Encoded").booleanValue()
            ? MAPPER.readTree(Base64.getDecoder().decode(body))
            : MAPPER.readTree(body);
    ObjectNode answer = MAPPER.createObjectNode();
    answer.put("statusCode", 200);
    ObjectNode headers = answer.putObject("headers");
    headers.put("Content-Type", "application/json; charset=utf-8");
    headers.put("X-Kinvey-Request-Continue", "true");
    answer.putArray("cookies");
    answer.put("isBase64Encoded", false);
    answer.put("body", new String(MAPPER.writeValueAsBytes(entity), StandardCharsets.UTF_8));
    return MAPPER.writeValueAsBytes(answer);
  }
}
