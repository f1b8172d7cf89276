package io.flexservices.conformance.vector;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer in the form that vectors expect: status, json, contentType, body. */
final class Answer {
  private Answer() {}

  static Map<String, @Nullable Object> of(HttpResponse<String> response) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("status", response.statusCode());
    answer.put("contentType", contentType(response));
    try {
      answer.put("body", Json.parse(response.body()));
      answer.put("json", true);
    } catch (JsonException e) {
      answer.put("body", response.body());
      answer.put("json", false);
    }
    return answer;
  }

  private static String contentType(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    return parameters < 0 ? type : type.substring(0, parameters);
  }
}
