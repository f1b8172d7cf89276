package io.flexservices.conformance;

import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;

/** Headers that make a scripted handler do something. */
final class Scripts {
  private Scripts() {}

  /** The header with a script: a list of steps. */
  static String header(List<?>... steps) {
    return "X-Kinvey-Original-Request-Headers: "
        + Json.text(Map.of("x-flex-script", Json.text(List.of(steps))));
  }
}
