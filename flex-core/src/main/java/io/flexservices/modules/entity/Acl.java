package io.flexservices.modules.entity;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.JsonException;
import io.flexservices.json.JsonForm;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may read and change an entity, its {@code _acl}. It works on the entity itself; each method
 * that changes it gives it back, for the next one.
 *
 * <pre>{@code
 * people.save(entities.entity(doc).acl().addWriter(userId).addReaderGroup(staff).entity());
 * }</pre>
 *
 * <p>A chain ends in {@link #entity()}: the permissions by themselves are no object to be saved,
 * and what takes an entity does not take them. Ids are those of users, groups and roles; one that
 * is there already is not added twice, one that is not there is not removed. A list that is given
 * is a read-only view of the entity's, which shows what is added and removed later; where the
 * entity has no such list yet, it is an empty one that stays so.
 *
 * <p>Every method throws a {@link JsonException} where the entity holds something else than an
 * object, a list or a boolean in the place that it looks at. For one thread at a time.
 */
public final class Acl implements JsonForm {
  static final String NAME = "_acl";
  static final String CREATOR = "creator";

  private static final String GLOBALLY_READABLE = "gr";
  private static final String GLOBALLY_WRITABLE = "gw";

  private final KinveyEntity entity;

  Acl(KinveyEntity entity) {
    this.entity = entity;
  }

  /** The entity that these are the permissions of. */
  public KinveyEntity entity() {
    return entity;
  }

  /** The id of the user who created the entity, or of the app; null where nobody is named. */
  public @Nullable String getCreator() {
    Map<String, @Nullable Object> acl = Members.object(entity, NAME);
    return acl == null ? null : JsonObject.of(acl).string(CREATOR);
  }

  /** The ids of the users who may read the entity. */
  public List<String> getReaders() {
    return ids(Grant.READER);
  }

  /** The ids of the users who may change the entity. */
  public List<String> getWriters() {
    return ids(Grant.WRITER);
  }

  /** The ids of the groups whose members may read the entity. */
  public List<String> getReaderGroups() {
    return ids(Grant.READER_GROUP);
  }

  /** The ids of the groups whose members may change the entity. */
  public List<String> getWriterGroups() {
    return ids(Grant.WRITER_GROUP);
  }

  /** The ids of the roles that may read the entity. */
  public List<String> getReaderRoles() {
    return ids(Grant.READER_ROLE);
  }

  /** The ids of the roles that may update the entity. */
  public List<String> getUpdateRoles() {
    return ids(Grant.UPDATE_ROLE);
  }

  /** The ids of the roles that may delete the entity. */
  public List<String> getDeleteRoles() {
    return ids(Grant.DELETE_ROLE);
  }

  /** Lets a user read the entity. */
  public Acl addReader(String userId) {
    return add(Grant.READER, requireNonNull(userId, "userId == null"));
  }

  /** Lets a user change the entity. */
  public Acl addWriter(String userId) {
    return add(Grant.WRITER, requireNonNull(userId, "userId == null"));
  }

  /** Lets the members of a group read the entity. */
  public Acl addReaderGroup(String groupId) {
    return add(Grant.READER_GROUP, requireNonNull(groupId, "groupId == null"));
  }

  /** Lets the members of a group change the entity. */
  public Acl addWriterGroup(String groupId) {
    return add(Grant.WRITER_GROUP, requireNonNull(groupId, "groupId == null"));
  }

  /** Lets a role read the entity. */
  public Acl addReaderRole(String roleId) {
    return add(Grant.READER_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /** Lets a role update the entity. */
  public Acl addUpdateRole(String roleId) {
    return add(Grant.UPDATE_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /** Lets a role delete the entity. */
  public Acl addDeleteRole(String roleId) {
    return add(Grant.DELETE_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /** Lets a user no longer read the entity; as member of a group that may, the user still does. */
  public Acl removeReader(String userId) {
    return remove(Grant.READER, requireNonNull(userId, "userId == null"));
  }

  /**
   * Lets a user no longer change the entity; as member of a group that may, the user still does.
   */
  public Acl removeWriter(String userId) {
    return remove(Grant.WRITER, requireNonNull(userId, "userId == null"));
  }

  /** Lets the members of a group no longer read the entity. */
  public Acl removeReaderGroup(String groupId) {
    return remove(Grant.READER_GROUP, requireNonNull(groupId, "groupId == null"));
  }

  /** Lets the members of a group no longer change the entity. */
  public Acl removeWriterGroup(String groupId) {
    return remove(Grant.WRITER_GROUP, requireNonNull(groupId, "groupId == null"));
  }

  /** Lets a role no longer read the entity. */
  public Acl removeReaderRole(String roleId) {
    return remove(Grant.READER_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /** Lets a role no longer update the entity. */
  public Acl removeUpdateRole(String roleId) {
    return remove(Grant.UPDATE_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /** Lets a role no longer delete the entity. */
  public Acl removeDeleteRole(String roleId) {
    return remove(Grant.DELETE_ROLE, requireNonNull(roleId, "roleId == null"));
  }

  /**
   * Whether every user may read the entity; null where it is not said. As in the Flex SDK, asking
   * says it: the member is null from then on, and no longer missing.
   */
  public @Nullable Boolean getGloballyReadable() {
    return global(GLOBALLY_READABLE);
  }

  /** Whether every user may change the entity; as {@link #getGloballyReadable()}. */
  public @Nullable Boolean getGloballyWritable() {
    return global(GLOBALLY_WRITABLE);
  }

  /** Sets whether every user may read the entity. */
  public Acl setGloballyReadable(boolean readable) {
    return set(GLOBALLY_READABLE, readable);
  }

  /** Sets whether every user may change the entity. */
  public Acl setGloballyWritable(boolean writable) {
    return set(GLOBALLY_WRITABLE, writable);
  }

  /** The entity's {@code _acl} as it is now. */
  @Override
  public @Nullable Object toJson() {
    return entity.get(NAME);
  }

  private List<String> ids(Grant grant) {
    return grant.ids(Members.object(entity, NAME));
  }

  private Acl add(Grant grant, String id) {
    grant.add(Members.objectToFill(entity, NAME), id);
    return this;
  }

  private Acl remove(Grant grant, String id) {
    grant.remove(Members.objectToFill(entity, NAME), id);
    return this;
  }

  private @Nullable Boolean global(String name) {
    Map<String, @Nullable Object> acl = Members.objectToFill(entity, NAME);
    if (!acl.containsKey(name)) {
      acl.put(name, null);
    }
    return JsonObject.of(acl).bool(name);
  }

  private Acl set(String name, boolean value) {
    Members.objectToFill(entity, NAME).put(name, value);
    return this;
  }
}
