package io.flexservices.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.testing.TestRuntime;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The version that {@code flex.version()} gives. */
class VersionTest {
  @Test
  void isTheBuilds() throws Exception {
    AtomicReference<String> version = new AtomicReference<>();
    TestRuntime.of(flex -> version.set(flex.version())).close();
    assertThat(version.get()).isEqualTo(versionInPom());
  }

  /** The module's own pom names its parent's version and has none of its own. */
  private static String versionInPom() throws Exception {
    Path pom = Path.of(System.getProperty("basedir", ""), "pom.xml");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getElementsByTagName("version")
        .item(0)
        .getTextContent();
  }
}
