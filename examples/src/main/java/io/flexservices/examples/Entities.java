package io.flexservices.examples;

import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes what a hook is given, which may be one entity or several. */
final class Entities {
  private Entities() {}

  /**
   * A copy of a body in which every entity is changed; what is no entity stays as it is. The body
   * itself cannot be changed: what shall travel on is handed to {@code setBody}.
   */
  static @Nullable Object change(
      @Nullable Object body, Consumer<Map<String, @Nullable Object>> change) {
    if (body instanceof JsonObject entity) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>(entity.asMap());
      change.accept(copy);
      return copy;
    }
    if (body instanceof JsonArray entities) {
      List<@Nullable Object> copies = new ArrayList<>();
      entities.forEach(entity -> copies.add(change(entity, change)));
      return copies;
    }
    return body;
  }
}
