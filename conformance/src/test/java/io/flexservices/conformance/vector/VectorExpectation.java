package io.flexservices.conformance.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import io.flexservices.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a vector expects of a target.
 *
 * @param vector the reference's answer
 * @param deviation the platform's own answer, where it cannot carry the vector
 */
public record VectorExpectation(Vector vector, Optional<Deviation> deviation) {
  /** The expectation of a vector on a target. */
  public static VectorExpectation of(Target target, Vector vector) {
    return new VectorExpectation(vector, Deviation.of(target, vector));
  }

  /** Fails where the answer differs. */
  public void check(Map<String, @Nullable Object> answer) {
    Map<String, @Nullable Object> expected = Normaliser.expected(vector);
    Artefact.remove(vector, expected);
    if (deviation.isPresent()) {
      assertThat(answer.get("status")).isEqualTo(Normaliser.number(deviation.get().status()));
      assertThat(answer.get("body")).isEqualTo("");
    } else if (vector.statusOnly()) {
      assertThat(answer.get("status")).isEqualTo(expected.get("status"));
    } else {
      assertThat(answer).as(() -> Json.text(answer)).isEqualTo(expected);
    }
  }
}
