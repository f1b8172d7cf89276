package io.flexservices.hooks.internal;

import static java.util.Objects.requireNonNull;

import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values inside plain objects and lists by a path with dots, {@code address.city} or {@code
 * orders.0.total}, which may be written as {@code orders[0].total}. A member whose own name is the
 * whole path comes first. What is changed is the value itself, so it must be modifiable; what is
 * returned is a copy.
 */
public final class Paths {
  /** What {@link #get} gives where a step leads nowhere, to tell that from null. */
  public static final Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "missing";
        }
      };

  private Paths() {}

  /** The value at the path, or {@link #MISSING}. */
  public static @Nullable Object get(@Nullable Object root, String path) {
    Object value = root;
    for (String step : steps(root, path)) {
      value = step(value, step);
      if (value == MISSING) {
        return MISSING;
      }
    }
    return value;
  }

  /** The value at the path, null where there is none. */
  public static @Nullable Object getOrNull(@Nullable Object root, String path) {
    Object value = get(root, path);
    return value == MISSING ? null : value;
  }

  /** Whether the path leads to a value, be it null. */
  public static boolean has(@Nullable Object root, String path) {
    return get(root, path) != MISSING;
  }

  /**
   * Puts a value at the path. Steps that lead nowhere, or to a plain value, become objects, or
   * lists where the next step is a number.
   */
  public static void set(Map<String, @Nullable Object> root, String path, @Nullable Object value) {
    List<String> steps = steps(root, path);
    Object holder = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      Object next = step(holder, steps.get(i));
      if (!isHolder(next)) {
        next = holderOf(steps.get(i + 1));
        put(holder, steps.get(i), next);
      }
      holder = next;
    }
    put(holder, steps.get(steps.size() - 1), value);
  }

  /** A copy with a value at the path; objects and lists on the way are copied, nothing else is. */
  public static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> root, String path, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(root);
    List<String> steps = steps(root, path);
    Object holder = copy;
    for (int i = 0; i < steps.size() - 1; i++) {
      Object present = step(holder, steps.get(i));
      Object next = isHolder(present) ? shallowCopy(present) : holderOf(steps.get(i + 1));
      put(holder, steps.get(i), next);
      holder = next;
    }
    put(holder, steps.get(steps.size() - 1), value);
    return copy;
  }

  /**
   * A copy without what the paths lead to; objects on the way are copied, nothing else is. A member
   * whose own name is the whole path goes, and what the path's steps lead to goes as well: neither
   * can hide the other.
   */
  public static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> root, Iterable<String> paths) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(root);
    for (String path : paths) {
      copy.remove(path);
      if (has(copy, path)) {
        remove(copy, steps(copy, path));
      }
    }
    return copy;
  }

  /** A new object with what the paths lead to, at the same paths. */
  public static Map<String, @Nullable Object> only(
      Map<String, @Nullable Object> root, Iterable<String> paths) {
    Map<String, @Nullable Object> picked = new LinkedHashMap<>();
    for (String path : paths) {
      Object value = get(root, path);
      if (value != MISSING) {
        set(picked, path, value);
      }
    }
    return picked;
  }

  /**
   * As {@link #only}, but members whose own name is a whole path keep that name, as the conditions
   * of a query do: {@code {"address.city": "Paris"}}.
   */
  public static Map<String, @Nullable Object> onlyByName(
      Map<String, @Nullable Object> root, Iterable<String> paths) {
    Map<String, @Nullable Object> picked = new LinkedHashMap<>();
    for (String path : paths) {
      if (root.containsKey(path)) {
        picked.put(path, root.get(path));
      } else if (has(root, path)) {
        set(picked, path, get(root, path));
      }
    }
    return picked;
  }

  /**
   * Keeps, in each object of the list that a path leads to, what other paths lead to. Plain values
   * in the list stay as they are; where the path leads to null, nothing or what counts as that,
   * nothing happens.
   *
   * @return what is wrong where the path leads to something else than a list; null otherwise
   */
  public static @Nullable String keepInList(
      Map<String, @Nullable Object> root, String path, Iterable<String> kept) {
    Object target = getOrNull(root, path);
    if (!Json.isTruthy(target)) {
      return null;
    }
    if (!(target instanceof List<?> list)) {
      return "The 'field' param must lead to array. found type '" + typeOf(target) + "' instead";
    }
    List<@Nullable Object> reduced = new ArrayList<>(list.size());
    for (Object item : list) {
      reduced.add(item == null ? null : onlyOf(item, kept));
    }
    set(root, path, reduced);
    return null;
  }

  private static String typeOf(@Nullable Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Number) {
      return "number";
    }
    return value instanceof Boolean ? "boolean" : "object";
  }

  /** {@link #only} of an object; of a list, nothing is kept; any other value as it is. */
  public static Object onlyOf(Object value, Iterable<String> paths) {
    if (value instanceof Map<?, ?> object) {
      return only(PlainObjects.of(object), paths);
    }
    return value instanceof List<?> ? new LinkedHashMap<>() : value;
  }

  private static void remove(Map<String, @Nullable Object> root, List<String> steps) {
    Object holder = root;
    for (int i = 0; i < steps.size() - 1; i++) {
      Object copy = shallowCopy(step(holder, steps.get(i)));
      put(holder, steps.get(i), copy);
      holder = copy;
    }
    String last = steps.get(steps.size() - 1);
    if (holder instanceof Map<?, ?> object) {
      object.remove(last);
    } else if (holder instanceof List<?> list) {
      put(list, last, null);
    }
  }

  private static boolean isHolder(@Nullable Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }

  /** What a step may be put into. */
  private static Object holderOf(String step) {
    return isIndex(step) ? new ArrayList<>() : new LinkedHashMap<>();
  }

  private static @Nullable Object shallowCopy(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return new LinkedHashMap<>(object);
    }
    return value instanceof List<?> list ? new ArrayList<>(list) : value;
  }

  private static @Nullable Object step(@Nullable Object holder, String step) {
    if (holder instanceof Map<?, ?> object) {
      Object value = object.get(step);
      return value == null && !object.containsKey(step) ? MISSING : value;
    }
    if (holder instanceof List<?> list && isIndex(step)) {
      int index = Integer.parseInt(step);
      return index < list.size() ? list.get(index) : MISSING;
    }
    return MISSING;
  }

  @SuppressWarnings("unchecked") // plain JSON values take any value
  private static void put(@Nullable Object holder, String step, @Nullable Object value) {
    if (holder instanceof Map<?, ?> object) {
      ((Map<String, @Nullable Object>) object).put(step, value);
    } else if (holder instanceof List<?> && isIndex(step)) {
      List<@Nullable Object> list = (List<@Nullable Object>) holder;
      int index = Integer.parseInt(step);
      while (list.size() <= index) {
        list.add(null);
      }
      list.set(index, value);
    }
  }

  private static List<String> steps(@Nullable Object root, String path) {
    requireNonNull(path, "path == null");
    boolean isName = path.indexOf('.') < 0 && path.indexOf('[') < 0;
    if (isName || (root instanceof Map<?, ?> object && object.containsKey(path))) {
      return List.of(path);
    }
    return steps(path);
  }

  /** The steps of a path, whatever it leads through; at least one. */
  public static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String name : path.split("\\.", -1)) {
      addSteps(name, steps);
    }
    return steps;
  }

  /** A name, and what stands in brackets behind it. */
  private static void addSteps(String name, List<String> steps) {
    int bracket = name.endsWith("]") ? name.indexOf('[') : -1;
    if (bracket != 0) {
      steps.add(bracket < 0 ? name : name.substring(0, bracket));
    }
    if (bracket >= 0) {
      String inside = name.substring(bracket + 1, name.length() - 1);
      steps.addAll(List.of(inside.split("]\\[", -1)));
    }
  }

  /** A position in a list: digits, few enough not to fill the memory by one assignment. */
  public static boolean isIndex(String step) {
    if (step.isEmpty() || step.length() > 4) {
      return false;
    }
    return step.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
