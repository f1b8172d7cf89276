package io.flexservices.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The native half of the runtime interface client, unpacked for this process's functions alone. The
 * client itself unpacks it to one path for the whole machine, and a function that starts while
 * another's copy is being replaced there crashes.
 *
 * @param file the copy, which the client is told by a system property
 */
record NativeClient(Path file) {
  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** Unpacks a copy, which is deleted when this process ends. */
  static NativeClient unpack(ClassLoader loader) {
    try (InputStream library = loader.getResourceAsStream("jni/" + name())) {
      if (library == null) {
        throw new IllegalStateException(
            "The runtime interface client has no native code for " + name());
      }
      Path file = Files.createTempFile("flex-lambda-client", ".so");
      file.toFile().deleteOnExit();
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      return new NativeClient(file);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The runtime interface client's native code cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** The JVM's option that tells the client of the copy. */
  String jvmOption() {
    return "-D" + PROPERTY + "=" + file;
  }

  private static String name() {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    boolean isMusl =
        List.of("/lib/ld-musl-x86_64.so.1", "/lib/ld-musl-aarch64.so.1").stream()
            .anyMatch(loader -> Files.exists(Path.of(loader)));
    return "libaws-lambda-jni." + (isMusl ? "linux_musl-" : "linux-") + machine + ".so";
  }
}
