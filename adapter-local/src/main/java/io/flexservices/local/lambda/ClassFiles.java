package io.flexservices.local.lambda;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The entries of this process's class path that hold the runtime interface client, what it needs,
 * and the {@link ParentGuard}: found by a class of each, wherever the build has put it. No class of
 * the client is loaded for that.
 */
final class ClassFiles {
  private static final List<String> CLASSES =
      List.of(
          "io/flexservices/local/lambda/ParentGuard.class",
          "com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class",
          "com/amazonaws/services/lambda/runtime/Context.class",
          "com/amazonaws/services/lambda/runtime/serialization/PojoSerializer.class",
          "software/amazon/awssdk/utilslite/SdkInternalThreadLocal.class");

  private ClassFiles() {}

  /**
   * The jars and directories.
   *
   * @throws IllegalStateException where one of them is missing
   */
  static List<Path> ofClient(ClassLoader loader) {
    Set<Path> found = new LinkedHashSet<>();
    CLASSES.forEach(name -> found.add(locate(loader, name)));
    return List.copyOf(found);
  }

  private static Path locate(ClassLoader loader, String name) {
    URL url = loader.getResource(name);
    if (url == null) {
      throw new IllegalStateException(
          "%s is not on the class path; add com.amazonaws:aws-lambda-java-runtime-interface-client with its dependencies"
              .formatted(name));
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      String text = url.toURI().toString();
      return Path.of(URI.create(text.substring(0, text.length() - name.length())));
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "%s is not in a file or a jar of its own, where a new process could read it: %s"
              .formatted(name, url),
          e);
    }
  }
}
