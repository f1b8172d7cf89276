package io.flexservices.local.bundle;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes an archive of the classes of a service, so that a JVM need not read and check them each
 * time that it starts: class data for JDK 17 and 21, an AOT cache for JDK 25. A training run
 * records it.
 *
 * <p>The archive is good for the JVM that made it, and for its jar; so the jar lies beside it, and
 * what starts the two:
 *
 * <ul>
 *   <li>of a jar with {@code adapter-local}: {@code java.args}, to be run by {@code
 *       java @DIRECTORY/java.args}
 *   <li>of a jar with {@code runtime-aws-lambda}: {@code bootstrap}, the entry point of a container
 *       image for Lambda whose {@code LAMBDA_TASK_ROOT} the directory is
 * </ul>
 *
 * <p>The directory stays where it was made.
 */
public final class ClassData {
  private ClassData() {}

  /**
   * Makes one.
   *
   * @return the file that starts the service
   * @throws IllegalArgumentException where it cannot be made of this jar, or with this JDK; the
   *     message says what to do
   * @throws IllegalStateException where the training fails; the message says why
   */
  public static Path build(ClassDataOptions options) throws IOException {
    requireNonNull(options, "options == null");
    Jdk jdk = Jdk.ownUnless(options.jdk());
    DeployableJar jar = new DeployableJar(options.jar());
    if (!jar.isFunction() && !jar.isServer()) {
      throw new IllegalArgumentException(
          options.jar()
              + " has nothing that would run it; add the dependency io.flexservices:adapter-local to"
              + " it, or io.flexservices:runtime-aws-lambda");
    }
    Path directory =
        Files.createDirectories(options.output().toAbsolutePath().normalize()).toRealPath();
    options.log().println("Java %d in %s is trained".formatted(jdk.release(), jdk.home()));
    return jar.isFunction()
        ? function(jar, jdk, directory, options)
        : server(jar, jdk, directory, options);
  }

  private static Path function(DeployableJar jar, Jdk jdk, Path directory, ClassDataOptions options)
      throws IOException {
    copy(jar, directory.resolve(BootstrapScript.JAR));
    BootstrapScript script =
        new BootstrapScript(jdk.program("java").toString(), ClassArchive.of(jdk));
    Files.deleteIfExists(directory.resolve(script.archiveFile()));
    FunctionTraining.record(directory, script, options.handler(), options.training());
    tell(directory.resolve(script.archiveFile()), options);
    return directory.resolve("bootstrap");
  }

  private static Path server(DeployableJar jar, Jdk jdk, Path directory, ClassDataOptions options)
      throws IOException {
    Path copy = directory.resolve(jar.file().getFileName());
    copy(jar, copy);
    String name = copy.getFileName().toString().replaceAll("\\.jar$", "");
    ServerCommand command =
        new ServerCommand(jdk, copy, directory.resolve(ClassArchive.of(jdk).file(name)));
    Files.deleteIfExists(command.archive());
    Path work = Files.createTempDirectory("flex-training");
    try {
      ServerTraining.record(command.making(), work, options.training());
    } finally {
      Directories.delete(work);
    }
    Training.requireArchive(command.archive());
    tell(command.archive(), options);
    Path arguments = directory.resolve("java.args");
    Files.writeString(arguments, command.argumentFile());
    return arguments;
  }

  private static void copy(DeployableJar jar, Path target) throws IOException {
    Files.copy(jar.file(), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void tell(Path archive, ClassDataOptions options) throws IOException {
    options.log().println("%s: %.1f MB".formatted(archive, Files.size(archive) / Sizes.MEGABYTE));
  }
}
