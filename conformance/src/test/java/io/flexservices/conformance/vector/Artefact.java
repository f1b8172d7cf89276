package io.flexservices.conformance.vector;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member of a recorded answer that only shows how the reference works inside. Contexts cannot be
 * written to here ({@code docs/differences.md}), so no target can have it.
 *
 * @param vector the name of the vector
 * @param holder the steps to the object that holds the member
 * @param member the name of the member
 * @param reason what the reference does
 */
record Artefact(String vector, List<String> holder, String member, String reason) {
  private static final List<Artefact> ALL =
      List.of(
          new Artefact(
              "execute with user context",
              List.of("body", "request", "body", "script", "0", "2", "endpointRunner"),
              "useBl",
              "endpointRunner(options) writes useBl into the object it is handed, here a part of the"
                  + " request's body"));

  /** Takes what cannot be out of an expected answer. */
  static void remove(Vector vector, Map<String, @Nullable Object> expected) {
    for (Artefact artefact : ALL) {
      if (artefact.vector().equals(vector.name())) {
        artefact.removeFrom(expected);
      }
    }
  }

  private void removeFrom(Map<String, @Nullable Object> expected) {
    Object at = expected;
    for (String step : holder) {
      at =
          Objects.requireNonNull(
              at instanceof List<?> list
                  ? list.get(Integer.parseInt(step))
                  : ((Map<?, ?>) at).get(step),
              step);
    }
    ((Map<?, ?>) at).remove(member);
  }
}
