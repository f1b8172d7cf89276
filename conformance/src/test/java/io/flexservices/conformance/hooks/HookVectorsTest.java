package io.flexservices.conformance.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hooks do what those of the reference were seen to do, calls included. */
@Timeout(60)
class HookVectorsTest {
  private static final Path RECORDED = Path.of("src", "test", "resources", "hooks");

  static List<HookVector> vectors() {
    return HookVector.ofFolder(RECORDED);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void agreesWithTheReference(HookVector vector) {
    assertThat(vector.failure()).isNull();
  }

  @Test
  void allFilesAreRead() {
    assertThat(vectors())
        .extracting(HookVector::file)
        .contains("batchloader.json", "hooks-cache.json");
  }
}
