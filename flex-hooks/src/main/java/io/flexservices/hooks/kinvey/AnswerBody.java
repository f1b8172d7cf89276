package io.flexservices.hooks.kinvey;

import io.flexservices.hooks.internal.Bodies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, and what of it is the result for hooks. An insert of several entities may
 * be answered by {@code {entities, errors}}, as Kinvey does it: there, the entities are.
 */
final class AnswerBody {
  private static final String ENTITIES = "entities";

  private final @Nullable Object plain;
  private final boolean isBulk;

  private AnswerBody(@Nullable Object plain, boolean isBulk) {
    this.plain = plain;
    this.isBulk = isBulk;
  }

  /** A body, of an insert that may have been of several entities, or of anything else. */
  static AnswerBody of(@Nullable Object body, boolean isInsert) {
    Object plain = Bodies.plain(body);
    boolean isBulk =
        isInsert
            && plain instanceof Map<?, ?> members
            && members.get(ENTITIES) instanceof List<?>
            && members.get("errors") instanceof List<?>;
    return new AnswerBody(plain, isBulk);
  }

  @Nullable Object result() {
    return isBulk && plain instanceof Map<?, ?> members ? members.get(ENTITIES) : plain;
  }

  /** The body with another result. */
  @Nullable Object with(@Nullable Object result) {
    if (isBulk && result instanceof List<?> && plain instanceof Map<?, ?> members) {
      Map<Object, @Nullable Object> body = new LinkedHashMap<>(members);
      body.put(ENTITIES, result);
      return body;
    }
    return result;
  }
}
