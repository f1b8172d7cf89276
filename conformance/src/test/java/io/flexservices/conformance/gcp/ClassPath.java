package io.flexservices.conformance.gcp;

import io.flexservices.FlexService;
import io.flexservices.gcp.FlexHttpFunction;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The test service as a function: what a deployable jar would hold, as jars and directories. */
final class ClassPath {
  private ClassPath() {}

  static List<Path> ofTheFunction() {
    return Stream.of(SeenService.class, FlexHttpFunction.class, FlexService.class)
        .map(ClassPath::of)
        .toList();
  }

  private static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
