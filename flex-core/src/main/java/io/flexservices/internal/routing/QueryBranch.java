package io.flexservices.internal.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object in a query string that is being read. */
final class QueryBranch {
  private final Map<String, Object> members = new LinkedHashMap<>();

  static QueryBranch of(String name, Object value) {
    QueryBranch branch = new QueryBranch();
    branch.members.put(name, value);
    return branch;
  }

  /** Takes in what another name of the query string made (qs's {@code utils.merge}). */
  QueryBranch merge(Object source) {
    if (source instanceof QueryBranch branch) {
      branch.members.forEach(this::add);
    } else if (source instanceof QueryItems items) {
      items.asBranch().members.forEach(this::add);
    } else {
      members.put(source.toString(), Boolean.TRUE);
    }
    return this;
  }

  void add(String name, Object value) {
    Object present = members.get(name);
    members.put(name, present == null ? value : merged(present, value));
  }

  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    members.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }

  static Object merged(Object target, Object source) {
    if (target instanceof QueryBranch branch) {
      return branch.merge(source);
    }
    if (target instanceof QueryItems items) {
      return items.merge(source);
    }
    return QueryItems.both(target, source);
  }

  static Object plain(Object value) {
    if (value instanceof QueryBranch branch) {
      return branch.toMap();
    }
    return value instanceof QueryItems items ? items.toList() : value;
  }
}
