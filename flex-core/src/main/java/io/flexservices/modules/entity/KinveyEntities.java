package io.flexservices.modules.entity;

import static java.util.Objects.requireNonNull;

import io.flexservices.internal.time.JsTime;
import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@linkplain KinveyEntity Kinvey entities}, and nothing else can.
 *
 * <pre>{@code
 * KinveyEntity person = modules.kinveyEntity().entity();
 * person.put("name", "Sachin");
 * person.acl().addWriter(modules.requestContext().getAuthenticatedUserId());
 * return complete.setBody(person).created().next();
 * }</pre>
 *
 * <p>May be used from any thread.
 */
public final class KinveyEntities {
  private final @Nullable String appKey;
  private final Clock clock;
  private final ObjectIds ids;

  /**
   * A factory for the entities of a request.
   *
   * @param appKey who creates entities that name no other creator; null where Kinvey did not say
   * @param clock the times of creation and change
   * @param random makes ids unique
   */
  public KinveyEntities(@Nullable String appKey, Clock clock, RandomGenerator random) {
    this.appKey = appKey;
    this.clock = requireNonNull(clock, "clock == null");
    this.ids = new ObjectIds(clock, requireNonNull(random, "random == null"));
  }

  /** A new entity with an id of 24 hexadecimal digits. */
  public KinveyEntity entity() {
    return entity((String) null);
  }

  /**
   * A new entity with an id.
   *
   * @param id the id; null or empty for a generated one, as in the Flex SDK
   */
  public KinveyEntity entity(@Nullable String id) {
    String now = now();
    Map<String, @Nullable Object> acl = new LinkedHashMap<>();
    if (appKey != null) {
      acl.put(Acl.CREATOR, appKey);
    }
    Map<String, @Nullable Object> kmd = new LinkedHashMap<>();
    kmd.put(Metadata.LAST_MODIFIED, now);
    kmd.put(Metadata.CREATED, now);
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put(Acl.NAME, acl);
    members.put(Metadata.NAME, kmd);
    members.put(KinveyEntity.ID, id == null || id.isEmpty() ? ids.next() : id);
    return new KinveyEntity(members);
  }

  /**
   * An object with Kinvey's metadata. What it has of them stays: {@code _id}, the creator and
   * everybody else in {@code _acl}, the time of creation; what is missing is filled in, and {@code
   * _kmd.lmt} becomes the present time.
   *
   * @param object a {@link KinveyEntity}, which is changed and given back; or a {@link JsonObject},
   *     a {@code Map} or an object of a class of your own (by its JSON form), which is copied,
   *     because what a request or a store brought is read-only
   * @throws IllegalArgumentException where it is an array, a number or the like, or an {@link Acl}
   * @throws JsonException where its {@code _acl} or {@code _kmd} is no object
   */
  public KinveyEntity entity(Object object) {
    requireNonNull(object, "object == null");
    if (object instanceof String id) {
      return entity(id);
    }
    KinveyEntity entity =
        object instanceof KinveyEntity given ? given : new KinveyEntity(members(object));
    fill(entity);
    return entity;
  }

  /**
   * Whether a value is a Kinvey entity that one of the {@code entity} methods gave. A plain object
   * with {@code _acl} and {@code _kmd} is none.
   */
  public boolean isKinveyEntity(@Nullable Object value) {
    return value instanceof KinveyEntity;
  }

  private void fill(KinveyEntity entity) {
    // Both are looked at before anything is changed, so that a refused entity stays as it was.
    Map<String, @Nullable Object> acl = object(entity, Acl.NAME);
    Map<String, @Nullable Object> kmd = object(entity, Metadata.NAME);
    if (!Json.isTruthy(acl.get(Acl.CREATOR))) {
      acl.remove(Acl.CREATOR);
      if (appKey != null) {
        acl.put(Acl.CREATOR, appKey);
      }
    }
    String now = now();
    if (!Json.isTruthy(kmd.get(Metadata.CREATED))) {
      kmd.put(Metadata.CREATED, now);
    }
    kmd.put(Metadata.LAST_MODIFIED, now);
    entity.put(Acl.NAME, acl);
    entity.put(Metadata.NAME, kmd);
    if (!Json.isTruthy(entity.get(KinveyEntity.ID))) {
      entity.put(KinveyEntity.ID, ids.next());
    }
  }

  private static Map<String, @Nullable Object> object(KinveyEntity entity, String name) {
    Map<String, @Nullable Object> object = Members.object(entity, name);
    return object == null ? new LinkedHashMap<>() : object;
  }

  private String now() {
    return JsTime.text(clock.instant());
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, @Nullable Object> members(Object object) {
    if (object instanceof Acl) {
      throw new IllegalArgumentException(
          "The permissions of an entity are no entity; let the chain end in entity()");
    }
    if (object instanceof JsonObject json) {
      return json.toMap();
    }
    if (object instanceof Map<?, ?> map) {
      return JsonObject.of((Map<String, ?>) map).toMap();
    }
    if (Json.parse(Json.bytes(object)) instanceof Map<?, ?> written) {
      return (Map<String, @Nullable Object>) written;
    }
    throw new IllegalArgumentException(
        "An entity is made of an id or an object, not of " + object.getClass().getName());
  }
}
