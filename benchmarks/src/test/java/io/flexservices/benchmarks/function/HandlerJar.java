package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A jar of one class of this package: archives take classes of jars alone. */
final class HandlerJar {
  private HandlerJar() {}

  /** Writes it; gives its path. */
  static String of(Class<?> type, Path directory) throws IOException {
    Path jar = directory.resolve(type.getSimpleName() + ".jar");
    String name = type.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      out.putNextEntry(new JarEntry(name));
      Objects.requireNonNull(in, name).transferTo(out);
    }
    return jar.toString();
  }
}
