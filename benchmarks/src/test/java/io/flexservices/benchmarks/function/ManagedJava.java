package io.flexservices.benchmarks.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lambda's managed Java runtime, as far as it can be had: a JDK with the flags of Lambda's, and its
 * runtime interface client.
 *
 * <p>C1 alone and the serial collector are what Lambda's guide says, "Customize Java runtime
 * startup behavior". The heap's size, IPv4 alone and the client's native library are from the
 * runtime's own command line, as wrapper scripts of Java 17 get to see it: with 512 MB it has
 * {@code -XX:MaxHeapSize=445645k}. Left out of that line are an agent for Log4j and an {@code
 * --add-opens}, which slow all starts, and Lambda's own archive of the JDK's and the client's
 * classes, which is to be had there alone.
 */
final class ManagedJava {
  /** Of memory; so large is a function. */
  static final int MEGABYTES = 1024;

  private final Path jdk;
  private final RuntimeClient client;
  private final Path directory;
  private final List<String> options;

  /**
   * A runtime.
   *
   * @param directory for archives, and where functions run
   * @param options of this JDK alone
   */
  ManagedJava(Path jdk, RuntimeClient client, Path directory, List<String> options) {
    this.options = options;
    this.jdk = jdk;
    this.client = client;
    this.directory = directory;
  }

  /**
   * A function of that handler.
   *
   * @param code the class path, but for the client
   */
  Contestant function(Role role, String handler, String code, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    words.add(jdk.resolve("bin/java").toString());
    words.addAll(
        List.of(
            // The heap starts at a part of the machine's memory, and this machine is no function.
            "-XX:MaxRAM=" + MEGABYTES + "m",
            "-XX:MaxHeapSize=" + MEGABYTES * 85 / 100 + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            client.nativeLibraryOption()));
    words.addAll(options);
    words.addAll(List.of("-cp", code + ":" + client.classPath(), RuntimeClient.MAIN, handler));
    return new Contestant(role, List.copyOf(words), handler, environment, directory);
  }

  /**
   * The same with the classes of its first requests in an archive, which is made now. It does not
   * start where the archive cannot be used.
   *
   * @param type of archive, as this JDK has it
   */
  Contestant archived(Role role, Contestant plain, ClassArchive type)
      throws IOException, InterruptedException {
    Path file = directory.resolve(role.name().toLowerCase(Locale.ROOT) + ".archive");
    type.train(plain, file, directory.resolve("training.log"));
    Contestant with = plain.withOptions(type.use(file));
    return new Contestant(role, with.words(), with.handler(), with.environment(), directory);
  }
}
