package io.flexservices.local.lambda;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a function's process is started: as Lambda does it, save for the {@link ParentGuard}.
 *
 * <p>Source of the variables: Lambda's developer guide, "Using Lambda environment variables"; of
 * the JVM's options: "Customizing Java runtime startup behavior", "Java runtime".
 *
 * <p>A function on Lambda always has credentials; one that has none here gets some that are good
 * for nothing but this runtime's own Invoke API.
 *
 * @param words the command line
 * @param environment all of its environment but the address of the Runtime API
 * @param directory where it runs; null for the directory of this process
 * @param function whom the function takes itself for
 */
record FunctionCommand(
    List<String> words,
    Map<String, String> environment,
    @Nullable Path directory,
    FunctionIdentity function) {
  /** What Lambda runs a function of Java 17 and later with; options of the user come after. */
  private static final List<String> JVM_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Dfile.encoding=UTF-8",
          // Whose hooks around a snapshot those of org.crac are.
          "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
          "--enable-native-access=ALL-UNNAMED");

  /** Which compiler it has, unless it is one of Java 25 or later that starts from a snapshot. */
  private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

  private static final int BOTH_COMPILERS_FOR_SNAPSHOTS = 25;

  private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

  /**
   * So many threads of the client ask for events, each on its own; it is what tells the client that
   * it may (aws-lambda-java-runtime-interface-client 2.9.0, {@code ConcurrencyConfig}).
   */
  private static final String MAX_CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

  /** Where one of these is set the function knows where to find credentials. */
  private static final List<String> CREDENTIALS =
      List.of("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI");

  /** Set by whatever surrounds this process, and of no use to a function's. */
  private static final List<String> NOT_PASSED_ON =
      List.of(MAX_CONCURRENCY, "_LAMBDA_TELEMETRY_LOG_FD");

  /**
   * What {@link ParentGuard} does, for a process of any kind: the shell becomes the process, and a
   * child of it kills that when its input ends, which this process holds open.
   */
  private static final String GUARDED =
      "exec 3<&0; { read -r end <&3; kill -KILL $$; } > /dev/null 2>&1 & exec \"$0\" < /dev/null 3<&-";

  /** The command for a bundle, which brings the runtime that it needs. */
  static FunctionCommand ofBundle(LocalLambdaOptions options) {
    FunctionIdentity function = FunctionIdentity.of(options.environment());
    Path directory = options.classPath().get(0).toAbsolutePath().normalize();
    String bootstrap = directory.resolve("bootstrap").toString();
    Map<String, String> environment = new HashMap<>(environment(options, function));
    environment.remove("AWS_EXECUTION_ENV"); // only managed runtimes have it
    return new FunctionCommand(
        List.of("sh", "-c", GUARDED, bootstrap), Map.copyOf(environment), directory, function);
  }

  /**
   * The command for a function.
   *
   * @param client the entries of the class path that hold the runtime interface client
   * @param nativeClient its native half
   */
  static FunctionCommand of(
      LocalLambdaOptions options, List<Path> client, NativeClient nativeClient) {
    FunctionIdentity function = FunctionIdentity.of(options.environment());
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(JVM_OPTIONS);
    if (!options.snapStart() || Runtime.version().feature() < BOTH_COMPILERS_FOR_SNAPSHOTS) {
      words.add(ONE_COMPILER);
    }
    words.add(nativeClient.jvmOption());
    words.addAll(options.jvmOptions());
    words.add("-cp");
    words.add(classPath(options.classPath(), client));
    words.add(ParentGuard.class.getName());
    words.add(options.handler());
    return new FunctionCommand(List.copyOf(words), environment(options, function), null, function);
  }

  /**
   * The command with the address of the Invoke API, by the variable of AWS's SDKs; where the
   * environment has that already it stays.
   */
  FunctionCommand invokedAt(String url) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("AWS_ENDPOINT_URL_LAMBDA", url);
    return new FunctionCommand(words, Map.copyOf(all), directory, function);
  }

  private static String classPath(List<Path> deployable, List<Path> client) {
    return Stream.concat(deployable.stream(), client.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Map<String, String> environment(
      LocalLambdaOptions options, FunctionIdentity function) {
    Map<String, String> all = new HashMap<>(options.environment());
    NOT_PASSED_ON.forEach(all::remove);
    all.putIfAbsent("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    // By which the client knows whether there are hooks to be called.
    all.put(INITIALIZATION_TYPE, options.snapStart() ? "snap-start" : "on-demand");
    if (options.maxConcurrency() > 0) {
      all.put(MAX_CONCURRENCY, Integer.toString(options.maxConcurrency()));
    }
    if (CREDENTIALS.stream().noneMatch(all::containsKey)) {
      all.put("AWS_ACCESS_KEY_ID", "local");
      all.put("AWS_SECRET_ACCESS_KEY", UUID.randomUUID().toString());
    }
    all.put("_HANDLER", options.handler());
    all.put("AWS_REGION", function.region());
    all.put("AWS_DEFAULT_REGION", function.region());
    all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
    all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local/[$LATEST]0123456789abcdef");
    all.put("LAMBDA_TASK_ROOT", taskRoot(options.classPath().get(0)).toString());
    all.put("TZ", ":UTC");
    return Map.copyOf(all);
  }

  /** Where the code lies: a directory of classes, or the directory of a jar. */
  private static Path taskRoot(Path code) {
    Path file = code.toAbsolutePath();
    Path parent = file.getParent();
    return file.toFile().isDirectory() || parent == null ? file : parent;
  }
}
