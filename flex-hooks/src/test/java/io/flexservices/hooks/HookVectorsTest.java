package io.flexservices.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HookVectorsTest {
  private static final List<String> FILES =
      List.of("hooks-fields.json", "hooks-query.json", "hooks-control.json");

  static Stream<HookVector> vectors() {
    return FILES.stream()
        .flatMap(file -> HookVector.of(file).stream())
        .filter(HookVectorsTest::isOurs);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void doWhatTheReferenceDid(HookVector vector) {
    vector.check(NamedHooks.all(vector.hooks()));
  }

  /** Otherwise the vectors could hold for want of any. */
  @Test
  void areThere() {
    assertThat(vectors()).hasSizeGreaterThanOrEqualTo(37);
  }

  /** Joins are undone where they are made. */
  private static boolean isOurs(HookVector vector) {
    return !vector.toString().startsWith("dePopulate");
  }
}
