package io.flexservices.modules.entity;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The times of an entity, its {@code _kmd}: read from the entity whenever they are asked for. */
public final class Metadata {
  static final String NAME = "_kmd";
  static final String CREATED = "ect";
  static final String LAST_MODIFIED = "lmt";

  private final KinveyEntity entity;

  Metadata(KinveyEntity entity) {
    this.entity = entity;
  }

  /**
   * When the entity was created ({@code ect}), or null where it does not say.
   *
   * @throws JsonException where the member is no time in ISO form
   */
  public @Nullable Instant ect() {
    return time(CREATED);
  }

  /**
   * When the entity was last changed ({@code lmt}), or null where it does not say.
   *
   * @throws JsonException where the member is no time in ISO form
   */
  public @Nullable Instant lmt() {
    return time(LAST_MODIFIED);
  }

  /** The entity that these are the times of. */
  public KinveyEntity entity() {
    return entity;
  }

  private @Nullable Instant time(String name) {
    Map<String, @Nullable Object> kmd = Members.object(entity, NAME);
    String text = kmd == null ? null : JsonObject.of(kmd).string(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new JsonException("\"" + name + "\" of the entity is no time in ISO form");
    }
  }
}
