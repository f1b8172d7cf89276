package io.flexservices.local.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a program: names that start with two hyphens, with a value each or without. */
public final class CommandLine {
  private final Map<String, List<String>> values = new HashMap<>();

  private CommandLine() {}

  /**
   * Reads arguments.
   *
   * @param withValue the names that a value follows, each time that they are given
   * @param withoutValue the names that stand alone
   * @throws IllegalArgumentException where they are wrong; the message says how
   */
  public static CommandLine of(
      String[] arguments, List<String> withValue, List<String> withoutValue) {
    CommandLine read = new CommandLine();
    List<String> all = Arrays.asList(arguments);
    for (int i = 0; i < all.size(); i++) {
      String name = all.get(i);
      if (withoutValue.contains(name)) {
        read.values.put(name, List.of());
      } else if (!withValue.contains(name)) {
        throw new IllegalArgumentException("there is no argument " + name);
      } else if (i + 1 == all.size()) {
        throw new IllegalArgumentException(name + " has no value");
      } else {
        read.values.computeIfAbsent(name, key -> new ArrayList<>()).add(all.get(++i));
      }
    }
    return read;
  }

  /** Whether a name is given. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The values of a name, in order; none where it is not given. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /**
   * The last value of a name.
   *
   * @throws IllegalArgumentException where it is not given
   */
  public String required(String name) {
    List<String> given = all(name);
    if (given.isEmpty()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return given.get(given.size() - 1);
  }
}
