package io.flexservices.conformance.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of all modules, as this build compiled them. A class belongs to the module whose
 * directory it lies in, so that rules may speak of modules and not only of packages.
 */
final class ProjectModules {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String CLASSES = "target/classes";

  private ProjectModules() {}

  static JavaClasses all() {
    return new ClassFileImporter()
        .importPaths(names().stream().map(ProjectModules::compiled).toList());
  }

  static JavaClasses of(String module) {
    return new ClassFileImporter().importPaths(List.of(compiled(module)));
  }

  static DescribedPredicate<JavaClass> inModule(String module) {
    return DescribedPredicate.describe(
        "in the module " + module, type -> nameOf(type).equals(module));
  }

  /** The module of a class, or empty for a class of a library. */
  static String nameOf(JavaClass type) {
    return type.getSource().map(Source::getUri).map(ProjectModules::nameOf).orElse("");
  }

  private static String nameOf(URI source) {
    if (!"file".equals(source.getScheme())) {
      return "";
    }
    Path file = Path.of(source);
    return file.startsWith(ROOT) ? ROOT.relativize(file).getName(0).toString() : "";
  }

  /** Every directory with code of its own. */
  static List<String> names() {
    try (Stream<Path> directories = Files.list(ROOT)) {
      return directories
          .filter(directory -> Files.isDirectory(directory.resolve("src/main/java")))
          .map(directory -> directory.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compiled(String module) {
    Path classes = ROOT.resolve(module).resolve(CLASSES);
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(
          module + " is not compiled; run the build for all modules (mvn -pl conformance -am)");
    }
    return classes;
  }
}
