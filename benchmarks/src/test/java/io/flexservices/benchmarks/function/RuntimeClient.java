package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Lambda's runtime interface client for Java.
 *
 * @param jars that it consists of
 * @param nativeLibrary its native half, unpacked as where Lambda has it installed
 */
record RuntimeClient(List<Path> jars, Path nativeLibrary) {
  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /**
   * The client in a directory of jars.
   *
   * @param work where the native half is unpacked to
   */
  static RuntimeClient in(Path directory, Path work) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(directory)) {
      jars = files.sorted().toList();
    }
    Path library = work.resolve("client.so");
    for (Path jar : jars) {
      unpack(jar, library);
    }
    return new RuntimeClient(jars, library);
  }

  String classPath() {
    return String.join(":", jars.stream().map(Path::toString).toList());
  }

  String nativeLibraryOption() {
    return "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
        + nativeLibrary;
  }

  private static void unpack(Path jar, Path library) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry("jni/libaws-lambda-jni.linux-" + machine + ".so");
      if (entry != null) {
        Files.copy(file.getInputStream(entry), library, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
