package io.flexservices.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documents, as a reader of the repository sees it. */
record Page(Path file, String text) {
  private static final Path ROOT = Path.of("..");

  /** A link where it stands, or at the end of the page. */
  private static final Pattern LINK = Pattern.compile("(?m)(?:\\]\\(|^\\[[^]]+]: )([^)\\s#]+)");

  static Page of(String name) throws IOException {
    Path file = ROOT.resolve(name);
    return new Page(file, Files.readString(file));
  }

  /** The README, and all beneath docs. */
  static List<Page> all() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      names =
          files
              .map(file -> ROOT.relativize(file).toString())
              .filter(name -> name.endsWith(".md"))
              .sorted()
              .toList();
    }
    return Stream.concat(Stream.of("README.md"), names.stream())
        .map(
            name -> {
              try {
                return of(name);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  /** The blocks of code in a language, as they stand between the fences. */
  List<String> blocks(String language) {
    return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
        .matcher(text)
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** What the page links to within the repository. */
  List<Path> linkedFiles() {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .map(target -> file.resolveSibling(target))
        .toList();
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
