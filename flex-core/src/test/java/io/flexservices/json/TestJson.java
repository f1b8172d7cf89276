package io.flexservices.json;

import java.util.List;

/** JSON texts as views. */
final class TestJson {
  private TestJson() {}

  static JsonObject object(String text) {
    return JsonObject.parse(text);
  }

  static JsonArray array(String text) {
    return JsonArray.of((List<?>) Json.parse(text));
  }
}
