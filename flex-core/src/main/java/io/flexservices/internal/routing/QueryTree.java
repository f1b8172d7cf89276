package io.flexservices.internal.routing;

import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query string as an object, by the rules of the reference's parser (qs): values stay strings,
 * a name that comes several times has an array, {@code a[b]=1} nests, {@code a[]=1} is an array.
 * Unlike there, too many parameters or too deep brackets are refused and not dropped.
 */
public final class QueryTree {
  private static final int PARAMETERS = 1_000;
  private static final int DEPTH = 5;

  private QueryTree() {}

  /** The object; empty where there are no parameters. */
  public static Map<String, @Nullable Object> of(QueryParameters query) {
    List<QueryParameters.Parameter> parameters = query.all();
    if (parameters.size() > PARAMETERS) {
      throw RequestRejected.malformed(
          "The query string has more than " + PARAMETERS + " parameters");
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (QueryParameters.Parameter parameter : parameters) {
      if (!parameter.name().isEmpty()) {
        put(tree, steps(parameter.name()), parameter.value());
      }
    }
    return tree;
  }

  /** {@code a[b][c]} as a, b, c; a name whose brackets do not match is taken as it is. */
  private static List<String> steps(String name) {
    int open = name.indexOf('[');
    if (open <= 0 || !name.endsWith("]")) {
      return List.of(name);
    }
    List<String> steps = new ArrayList<>();
    steps.add(name.substring(0, open));
    int at = open;
    while (at < name.length()) {
      int close = name.indexOf(']', at);
      if (name.charAt(at) != '[' || close < 0) {
        return List.of(name);
      }
      steps.add(name.substring(at + 1, close));
      at = close + 1;
      if (steps.size() > DEPTH + 1) {
        throw RequestRejected.malformed(
            "A name in the query string has more than " + DEPTH + " pairs of brackets");
      }
    }
    return steps;
  }

  private static void put(Map<String, @Nullable Object> tree, List<String> steps, String value) {
    Map<String, @Nullable Object> here = tree;
    for (int i = 0; i < steps.size() - 1; i++) {
      if (i == steps.size() - 2 && steps.get(i + 1).isEmpty()) {
        append(here, steps.get(i), value, true);
        return;
      }
      here = child(here, steps.get(i));
    }
    append(here, steps.get(steps.size() - 1), value, false);
  }

  @SuppressWarnings("unchecked") // maps in the tree were made here
  private static Map<String, @Nullable Object> child(
      Map<String, @Nullable Object> parent, String name) {
    Object present = parent.get(name);
    if (present instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    Map<String, @Nullable Object> child = new LinkedHashMap<>();
    if (present != null) {
      // The name came before without brackets; nothing is lost.
      child.put("", present);
    }
    parent.put(name, child);
    return child;
  }

  private static void append(
      Map<String, @Nullable Object> parent, String name, String value, boolean asArray) {
    Object present = parent.get(name);
    if (present == null) {
      parent.put(name, asArray ? new ArrayList<>(List.of(value)) : value);
    } else if (present instanceof List<?> list) {
      List<@Nullable Object> more = new ArrayList<>(list);
      more.add(value);
      parent.put(name, more);
    } else if (present instanceof Map<?, ?>) {
      child(parent, name).put("", value);
    } else {
      List<@Nullable Object> both = new ArrayList<>();
      both.add(present);
      both.add(value);
      parent.put(name, both);
    }
  }
}
