package io.flexservices.local.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
  @TempDir private Path installed;

  @Test
  void isTheOneThatIsGiven() throws IOException {
    Path given = jdk("given", "25.0.3");
    assertThat(Jdk.find(given, jdk("own", "26"), installed).home()).isEqualTo(given);
  }

  @Test
  void isTheOneThatRunsThisWhereThatIsRecent() throws IOException {
    Path own = jdk("own", "26-ea");
    jdk("another", "25");
    assertThat(Jdk.find(null, own, installed).home()).isEqualTo(own);
  }

  @Test
  void isFoundAmongTheInstalledOnes() throws IOException {
    Path own = jdk("own", "17.0.15");
    jdk("jdk-21", "21.0.2");
    Path recent = jdk("jdk-25", "25.0.3");
    Files.createFile(installed.resolve("no-directory"));
    assertThat(Jdk.find(null, own, installed).home()).isEqualTo(recent);
    assertThat(Jdk.find(null, own, installed).program("jlink")).isExecutable();
  }

  @Test
  void saysWhereItLookedInVain() throws IOException {
    Path own = jdk("own", "17.0.15");
    assertThatThrownBy(() -> Jdk.find(null, own, installed))
        .hasMessage(
            "A JDK 25 is needed, and neither %s nor a directory in %s is one; say where it is"
                .formatted(own, installed));
    Path missing = installed.resolve("missing");
    assertThatThrownBy(() -> Jdk.find(null, own, missing)).hasMessageContaining("neither");
  }

  @Test
  void saysWhatIsWrongWithTheOneThatIsGiven() throws IOException {
    Path old = jdk("old", "21.0.2");
    assertThatThrownBy(() -> Jdk.find(old, old, installed))
        .hasMessage(
            "There is no JDK 25 or later in %s: it has the version 21.0.2, or lacks bin/jlink"
                .formatted(old));
    Path missing = installed.resolve("missing");
    assertThatThrownBy(() -> Jdk.find(missing, old, installed))
        .hasMessage(
            "There is no JDK 25 or later in %s: it has no file \"release\" with a JAVA_VERSION"
                .formatted(missing));
  }

  @Test
  void isTheOneThatRunsThisUnlessOneIsGiven() throws IOException {
    assertThat(Jdk.ownUnless(null))
        .isEqualTo(new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature()));
    Path given = jdk("given", "21.0.2");
    assertThat(Jdk.ownUnless(given)).isEqualTo(new Jdk(given, 21));
    Path old = jdk("old", "11.0.1");
    assertThatThrownBy(() -> Jdk.ownUnless(old))
        .hasMessage(
            "There is no Java 17 or later in %s: it has the version 11.0.1, or lacks bin/java"
                .formatted(old));
  }

  private Path jdk(String directory, String version) throws IOException {
    Path home = Files.createDirectories(installed.resolve(directory));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path programs = Files.createDirectories(home.resolve("bin"));
    for (String name : List.of("java", "jlink")) {
      Path file = Files.createFile(programs.resolve(name));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }
}
