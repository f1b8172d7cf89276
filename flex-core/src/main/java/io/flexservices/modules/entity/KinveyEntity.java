package io.flexservices.modules.entity;

import io.flexservices.json.Json;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object with an id ({@code _id}), permissions ({@code _acl}) and times ({@code _kmd}) that
 * Kinvey knows, made by {@link KinveyEntities}.
 *
 * <p>It is a modifiable map of all its members, those three among them, and so may be handed to
 * {@code setBody} and to a store as it is. {@link #acl()} and {@link #kmd()} work on these members:
 * what they change shows in the map, and the other way round. For one thread at a time.
 */
public final class KinveyEntity extends AbstractMap<String, @Nullable Object> {
  static final String ID = "_id";

  private final Map<String, @Nullable Object> members;

  KinveyEntity(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /** The id, or null where it was removed. */
  public @Nullable String id() {
    Object id = members.get(ID);
    return id == null ? null : id.toString();
  }

  /** Who may read and change the entity. */
  public Acl acl() {
    return new Acl(this);
  }

  /** When the entity was made and changed. */
  public Metadata kmd() {
    return new Metadata(this);
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return members.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return members.containsKey(name);
  }

  /**
   * Sets a member.
   *
   * @param value any value with a JSON form
   */
  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    return members.put(Objects.requireNonNull(name, "name == null"), value);
  }

  @Override
  public @Nullable Object remove(@Nullable Object name) {
    return members.remove(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return members.entrySet();
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return Json.text(members);
  }
}
