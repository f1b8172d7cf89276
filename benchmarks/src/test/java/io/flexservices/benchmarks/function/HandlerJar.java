package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar of some classes of these benchmarks: archives take classes of jars alone. */
final class HandlerJar {
  private HandlerJar() {}

  /**
   * Writes it, under the first class's name.
   *
   * @param types each with the classes that are nested in it
   * @return its path
   */
  static String of(Path directory, Class<?>... types) throws IOException {
    Path jar = directory.resolve(types[0].getSimpleName() + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> type : types) {
        add(out, type);
      }
    }
    return jar.toString();
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    Path classes = classes(type);
    Path outer = classes.resolve(type.getName().replace('.', '/') + ".class");
    for (Path file : withNested(outer)) {
      out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
      Files.copy(file, out);
    }
  }

  private static List<Path> withNested(Path outer) throws IOException {
    String name = outer.getFileName().toString();
    String nested = name.replace(".class", "$");
    try (Stream<Path> files = Files.list(outer.getParent())) {
      return files
          .filter(file -> file.endsWith(name) || file.getFileName().toString().startsWith(nested))
          .sorted()
          .toList();
    }
  }

  /** The directory that its package is in. */
  private static Path classes(Class<?> type) throws IOException {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
