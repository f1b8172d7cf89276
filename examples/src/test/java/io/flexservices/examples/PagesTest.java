package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What pages show is so: their code is in a source that is compiled, their links lead somewhere.
 */
class PagesTest {
  private static final int DEEPEST_INDENT = 12;

  /** Where pages take their code from: this module, and the tests of what has pages of its own. */
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src"), Path.of("../flex-hooks/src/test"), Path.of("../flex-graphql/src/test"));

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showCodeThatIsCompiled(Page page) throws IOException {
    String sources = sources();
    assertThat(page.blocks("java"))
        .allSatisfy(block -> assertThat(indented(block)).anyMatch(sources::contains));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linkToFilesThatAreThere(Page page) {
    assertThat(page.linkedFiles()).allSatisfy(file -> assertThat(file).exists());
  }

  /** Otherwise the rules could hold for want of anything to look at. */
  @Test
  void haveCodeAndLinks() throws IOException {
    assertThat(pages()).extracting(Page::toString).contains("README.md", "docs/modules.md");
    for (String name : List.of("README.md", "docs/modules.md")) {
      assertThat(Page.of(name).blocks("java")).as(name).isNotEmpty();
      assertThat(Page.of(name).linkedFiles()).as(name).isNotEmpty();
    }
  }

  /** A block as whole lines of a source, wherever they may stand there. */
  private static Stream<String> indented(String block) {
    return IntStream.rangeClosed(0, DEEPEST_INDENT)
        .mapToObj(" "::repeat)
        .map(indent -> "\n" + block.replaceAll("(?m)^(?=.)", indent));
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path directory : SOURCES) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          all.append('\n').append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
