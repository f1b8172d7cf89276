package io.flexservices.local.bundle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Builds what Lambda's runtime {@code provided.al2023} takes: a zip with {@code bootstrap}, a Java
 * runtime with the modules that the service needs, the service's jar, and the cache of classes that
 * are loaded and linked (JEP 483), which a training run records.
 *
 * <p>Two builds of the same jar with the same JDK differ in the cache alone.
 */
public final class LambdaBundle {
  private LambdaBundle() {}

  /**
   * Builds one.
   *
   * @return the zip
   * @throws IllegalArgumentException where it cannot be built here, or not of this jar; the message
   *     says what to do
   * @throws IllegalStateException where a step fails; the message says which and why
   */
  public static Path build(LambdaBundleOptions options) throws IOException {
    requireNonNull(options, "options == null");
    options.architecture().requireThat(property("os.name"), property("os.arch"));
    if (!new DeployableJar(options.jar()).isFunction()) {
      throw new IllegalArgumentException(
          options.jar()
              + " has no runtime; add the dependency io.flexservices:runtime-aws-lambda to it");
    }
    Jdk jdk = Jdk.find(options.jdk(), Path.of(property("java.home")), Path.of("/usr/lib/jvm"));
    Path directory = options.output().resolve("bundle").toAbsolutePath().normalize();
    Directories.delete(directory);
    Files.createDirectories(directory);
    options.log().println("A runtime is linked with " + jdk.home());
    new RuntimeImage(jdk, options.modules()).link(options.jar(), directory.resolve("runtime"));
    Files.copy(
        options.jar(), directory.resolve(BootstrapScript.JAR), StandardCopyOption.REPLACE_EXISTING);
    FunctionTraining.record(
        directory,
        new BootstrapScript("runtime/bin/java", ClassArchive.of(jdk)),
        options.handler(),
        options.training());
    Path zip = directory.resolveSibling("bundle.zip");
    BundleZip.write(directory, zip);
    options.log().println(Sizes.of(directory, zip).checked());
    return zip;
  }

  private static String property(String name) {
    return requireNonNull(System.getProperty(name), name);
  }
}
