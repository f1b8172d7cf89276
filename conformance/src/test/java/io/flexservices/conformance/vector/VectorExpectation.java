package io.flexservices.conformance.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import io.flexservices.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a vector expects of a target: the reference's answer, or the platform's declared one. */
public final class VectorExpectation {
  private final Vector vector;

  private VectorExpectation(Vector vector) {
    this.vector = vector;
  }

  /** The expectation of a vector on a target. */
  public static VectorExpectation of(Target target, Vector vector) {
    return new VectorExpectation(vector);
  }

  /** Fails where the answer differs. */
  public void check(Map<String, @Nullable Object> answer) {
    Map<String, @Nullable Object> expected = Normaliser.expected(vector.expected());
    if (vector.statusOnly()) {
      assertThat(answer.get("status")).isEqualTo(expected.get("status"));
    } else {
      assertThat(answer).as(() -> Json.text(answer)).isEqualTo(expected);
    }
  }
}
