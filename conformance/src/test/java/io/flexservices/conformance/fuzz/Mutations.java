package io.flexservices.conformance.fuzz;

import io.flexservices.json.Json;
import io.flexservices.json.JsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Changes JSON values: one node of them, chosen by chance, becomes something else. */
final class Mutations {
  private final RandomGenerator random;
  private final OddValues odd;

  Mutations(RandomGenerator random) {
    this.random = random;
    this.odd = new OddValues(random);
  }

  /** The JSON text of a value with a few changes. */
  byte[] mutated(@Nullable Object value) {
    try {
      return Json.bytes(mutate(value));
    } catch (JsonException e) {
      return Json.bytes(value); // it came out deeper than what is printed
    }
  }

  private @Nullable Object mutate(@Nullable Object value) {
    Object changed = value;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      changed = change(changed);
    }
    return changed;
  }

  private @Nullable Object change(@Nullable Object value) {
    // Inwards more often than not, so that all depths have their share.
    if (value instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
      return changeMember(copy(map));
    }
    if (value instanceof List<?> list && !list.isEmpty() && random.nextInt(8) > 0) {
      return changeItem(new ArrayList<>(list));
    }
    return changeHere(value);
  }

  private Object changeMember(Map<String, @Nullable Object> map) {
    String name = pick(new ArrayList<>(map.keySet()));
    switch (random.nextInt(6)) {
      case 0 -> map.remove(name);
      case 1 -> map.put(odd.text(), map.get(name));
      case 2 -> map.put(otherCase(name), odd.value());
      default -> map.put(name, change(map.get(name)));
    }
    return map;
  }

  private Object changeItem(List<@Nullable Object> list) {
    int index = random.nextInt(list.size());
    switch (random.nextInt(6)) {
      case 0 -> list.remove(index);
      case 1 -> list.add(index, list.get(index));
      case 2 -> list.add(odd.value());
      default -> list.set(index, change(list.get(index)));
    }
    return list;
  }

  private @Nullable Object changeHere(@Nullable Object value) {
    return switch (random.nextInt(7)) {
      case 0 -> List.of(value == null ? "" : value);
      case 1 -> Map.of(odd.text(), value == null ? "" : value);
      case 2 -> nested(value == null ? 0 : value);
      case 3 -> value instanceof String text ? changeText(text) : String.valueOf(value);
      default -> odd.value();
    };
  }

  /** A text with a piece put in, taken out or doubled. */
  String changeText(String text) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + odd.text() + text.substring(at);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + text.substring(at);
      default -> odd.text();
    };
  }

  private Object nested(Object value) {
    Object nested = value;
    int levels = random.nextInt(4) == 0 ? random.nextInt(190, 215) : random.nextInt(6);
    for (int i = 0; i < levels; i++) {
      nested = random.nextBoolean() ? List.of(nested) : Map.of("n", nested);
    }
    return nested;
  }

  private String otherCase(String name) {
    return random.nextBoolean() ? name.toUpperCase() : name.toLowerCase();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }
}
