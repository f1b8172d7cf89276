package io.flexservices.json;

import java.util.List;
import java.util.Map;

/** JSON texts as views. */
final class TestJson {
  private TestJson() {}

  @SuppressWarnings("unchecked") // a test that expects an object fails where there is none
  static JsonObject object(String text) {
    return JsonObject.of((Map<String, ?>) Json.parse(text));
  }

  static JsonArray array(String text) {
    return JsonArray.of((List<?>) Json.parse(text));
  }
}
