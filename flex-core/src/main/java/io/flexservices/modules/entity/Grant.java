package io.flexservices.modules.entity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an {@code _acl} lists the ids of those who may do something. */
enum Grant {
  READER("", "r"),
  WRITER("", "w"),
  READER_GROUP("groups", "r"),
  WRITER_GROUP("groups", "w"),
  READER_ROLE("roles", "r"),
  UPDATE_ROLE("roles", "u"),
  DELETE_ROLE("roles", "d");

  /** The member that holds the list's, empty where it is the {@code _acl} itself. */
  private final String holder;

  private final String list;

  Grant(String holder, String list) {
    this.holder = holder;
    this.list = list;
  }

  /** A view of the list as it stands in the entity; an empty one where there is none. */
  List<String> ids(@Nullable Map<String, @Nullable Object> acl) {
    List<@Nullable Object> ids = find(acl);
    return ids == null ? List.of() : new IdsView(ids);
  }

  void add(Map<String, @Nullable Object> acl, String id) {
    List<@Nullable Object> ids = find(acl);
    if (ids == null) {
      ids = new ArrayList<>();
      Map<String, @Nullable Object> held =
          holder.isEmpty() ? acl : Members.objectToFill(acl, holder);
      held.put(list, ids);
    }
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }

  /** Removes an id, however often it is there. */
  void remove(Map<String, @Nullable Object> acl, String id) {
    List<@Nullable Object> ids = find(acl);
    if (ids != null) {
      ids.removeAll(Collections.singleton(id));
    }
  }

  private @Nullable List<@Nullable Object> find(@Nullable Map<String, @Nullable Object> acl) {
    if (acl == null) {
      return null;
    }
    Map<String, @Nullable Object> held = holder.isEmpty() ? acl : Members.object(acl, holder);
    return held == null ? null : Members.list(held, list);
  }
}
