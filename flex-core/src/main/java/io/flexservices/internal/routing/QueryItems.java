package io.flexservices.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An array in a query string that is being read; it may have gaps, which close in the end. */
final class QueryItems {
  /** From the next index on, brackets with a number name a member of an object. */
  private static final int LAST_INDEX = 20;

  private final SortedMap<Integer, Object> items = new TreeMap<>();

  static QueryItems of(List<?> values) {
    QueryItems items = new QueryItems();
    values.forEach(items::push);
    return items;
  }

  static QueryItems at(int index, Object value) {
    QueryItems items = new QueryItems();
    items.items.put(index, value);
    return items;
  }

  /** A value that came without brackets, and what came after it. */
  static QueryItems both(Object first, Object second) {
    QueryItems items = of(List.of(first));
    if (second instanceof QueryItems more) {
      more.items.values().forEach(items::push);
    } else {
      items.push(second);
    }
    return items;
  }

  /** The index that a name in brackets is, or -1. */
  static int index(String name) {
    boolean isIndex = name.matches("0|[1-9][0-9]?");
    int index = isIndex ? Integer.parseInt(name) : -1;
    return index <= LAST_INDEX ? index : -1;
  }

  /** Takes in what another name of the query string made: this, or the object it turns into. */
  Object merge(Object source) {
    if (source instanceof QueryBranch) {
      return asBranch().merge(source);
    }
    if (source instanceof QueryItems more) {
      more.items.forEach(this::put);
    } else {
      push(source);
    }
    return this;
  }

  QueryBranch asBranch() {
    QueryBranch branch = new QueryBranch();
    items.forEach((index, item) -> branch.add(index.toString(), item));
    return branch;
  }

  List<Object> toList() {
    List<Object> list = new ArrayList<>(items.size());
    items.values().forEach(item -> list.add(QueryBranch.plain(item)));
    return list;
  }

  private void put(int index, Object item) {
    Object present = items.get(index);
    if (present == null) {
      items.put(index, item);
    } else if (present instanceof String || item instanceof String) {
      push(item);
    } else {
      items.put(index, QueryBranch.merged(present, item));
    }
  }

  private void push(Object item) {
    items.put(items.isEmpty() ? 0 : items.lastKey() + 1, item);
  }
}
