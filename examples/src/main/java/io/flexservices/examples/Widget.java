package io.flexservices.examples;

import io.flexservices.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A widget: what a client sent, with its id and the user who made it, as Kinvey's own entities have
 * them.
 *
 * @param creator the id of a user; empty where nobody is known to have made it
 * @param entity what clients see
 */
record Widget(String id, String creator, JsonObject entity) {
  /**
   * A widget out of what a client sent.
   *
   * @throws IllegalArgumentException where that is no widget; the message is for the client
   */
  static Widget of(@Nullable Object sent, String id, @Nullable String creator) {
    if (!(sent instanceof JsonObject object)) {
      throw new IllegalArgumentException("A widget is a JSON object");
    }
    if (!(object.value("name") instanceof String name) || name.isBlank()) {
      throw new IllegalArgumentException("A widget needs a name");
    }
    String maker = creator == null ? "" : creator;
    Map<String, @Nullable Object> entity = new LinkedHashMap<>();
    entity.put("_id", id);
    entity.putAll(object.toMap());
    entity.put("_id", id);
    // Only the service says who made it, whatever the client sent.
    entity.remove("_acl");
    if (!maker.isEmpty()) {
      entity.put("_acl", Map.of("creator", maker));
    }
    return new Widget(id, maker, JsonObject.of(entity));
  }

  /**
   * The id that a client chose, else the other one.
   *
   * @throws IllegalArgumentException where the client sent something that cannot be an id
   */
  static String idOf(@Nullable Object sent, String otherwise) {
    Object id = sent instanceof JsonObject object ? object.value("_id") : null;
    if (id == null) {
      return otherwise;
    }
    if (id instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException("The _id of a widget is a text");
  }

  /** Whether a user may change it: the one who made it, or anybody where nobody did. */
  boolean mayBeChangedBy(@Nullable String userId) {
    return creator.isEmpty() || creator.equals(userId);
  }
}
