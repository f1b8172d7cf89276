package io.flexservices.conformance.vector;

import io.flexservices.conformance.platform.Target;
import java.util.List;
import java.util.Optional;

/**
 * A vector that a platform cannot carry, with the platform's own answer. Each is listed for users
 * in {@code docs/platform-limits.md}.
 *
 * @param target where
 * @param vector the name of the vector
 * @param reason what the platform does
 * @param status what it answers, with an empty body
 */
public record Deviation(Target target, String vector, String reason, int status) {
  /** All there are. */
  public static final List<Deviation> ALL =
      List.of(
          new Deviation(
              Target.GCP,
              "percent-encoded id is decoded",
              "the functions invoker refuses %2F in a path before the function runs",
              400));

  static Optional<Deviation> of(Target target, Vector vector) {
    return ALL.stream()
        .filter(it -> it.target() == target && it.vector().equals(vector.name()))
        .findFirst();
  }
}
