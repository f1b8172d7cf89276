package io.flexservices.aws.runtime.measure;

import io.flexservices.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Cold starts and warm calls of the conformance fixture in a bundle, and under Lambda's runtime
 * interface client, in turn; a constant handler is the floor. See {@code
 * runtime-aws-lambda/measure}.
 */
public final class Measure {
  static final String SECRET = "a shared secret";

  private static final String FLEX = "io.flexservices.aws.FlexLambdaHandler::handleRequest";
  private static final String CONSTANT = ConstantHandler.class.getName() + "::handleRequest";

  private final Path root;
  private final Path work;
  private final String java;

  private Measure(Path root, Path work, String java) {
    this.root = root;
    this.work = work;
    this.java = java;
  }

  /** Measures: the project's directory, a JDK 25, and how many rounds and warm calls. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toRealPath();
    Path work = Files.createDirectories(root.resolve("runtime-aws-lambda/target/measure"));
    Measure measure = new Measure(root, work, arguments[1] + "/bin/java");
    measure.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
  }

  private void run(int rounds, int warmCalls) throws Exception {
    List<Contestant> all = contestants();
    Map<Contestant, List<double[]>> cold = new LinkedHashMap<>();
    all.forEach(each -> cold.put(each, new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (Contestant each : all) {
        cold.get(each).add(cold(each));
      }
    }
    System.out.println(
        "| | first answer, ms | first two, ms | processor for them, ms | RSS, MB | GET, µs | echo, µs"
            + " |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Contestant each : all) {
      double[] warm = warm(each, warmCalls);
      System.out.printf(
          "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
          each.name(),
          median(cold.get(each), 0),
          median(cold.get(each), 1),
          median(cold.get(each), 2),
          median(cold.get(each), 3),
          warm[0],
          warm[1]);
    }
  }

  private List<Contestant> contestants() throws Exception {
    Path lib = root.resolve("conformance/target/lib");
    String tests = root.resolve("runtime-aws-lambda/target/test-classes").toString();
    Path jar = work.resolve("constant.jar");
    jar(Path.of(tests), jar);
    String fixture = root.resolve("conformance/target/fixture-aws.jar").toString();
    String clients = runtimeClient(lib);
    unpackNative(clients);
    List<Contestant> all = new ArrayList<>();
    for (boolean cached : new boolean[] {false, true}) {
      all.add(managed("constant handler", CONSTANT, jar + ":" + clients, cached));
      all.add(managed("the fixture", FLEX, fixture + ":" + clients, cached));
    }
    Path bundle = root.resolve("conformance/target/lambda/bundle");
    String bootstrap = bundle + "/bootstrap";
    all.add(new Contestant("bundle, the fixture", List.of(bootstrap), FLEX, bundle));
    all.add(
        new Contestant(
            "bundle, the fixture, C1 alone",
            List.of("env", "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1", bootstrap),
            FLEX,
            bundle));
    return all;
  }

  private Contestant managed(String name, String handler, String classPath, boolean cached)
      throws Exception {
    String cache = work.resolve(name.replace(' ', '-') + ".aot").toString();
    if (cached) {
      Contestant trained = managed(name, handler, classPath, "-XX:AOTCacheOutput=" + cache);
      exercise(trained, 10);
    }
    return managed(
        "runtime client, " + name + (cached ? ", AOT cache" : ""),
        handler,
        classPath,
        cached ? "-XX:AOTCache=" + cache : "-Xshare:auto");
  }

  private Contestant managed(String name, String handler, String classPath, String option) {
    return new Contestant(
        name,
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            option,
            // As where Lambda has it installed: the client need not unpack it.
            "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                + work.resolve("client.so"),
            "-cp",
            classPath,
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            handler),
        handler,
        work);
  }

  /** Milliseconds to the first answer, to the second, of a processor's time, and megabytes. */
  private double[] cold(Contestant contestant) throws Exception {
    try (EventServer server = EventServer.start()) {
      long begin = System.nanoTime();
      Process process = contestant.start(server.address(), work.resolve("log"));
      try {
        long first = server.serve(get()) - begin;
        long second = server.serve(echo()) - server.given();
        return new double[] {first / 1e6, (first + second) / 1e6, processor(process), rss(process)};
      } finally {
        end(process);
      }
    }
  }

  /** Median microseconds of a GET and an echo, after as many that do not count. */
  private double[] warm(Contestant contestant, int calls) throws Exception {
    try (EventServer server = EventServer.start()) {
      Process process = contestant.start(server.address(), work.resolve("log"));
      try {
        times(server, get(), calls);
        times(server, echo(), calls);
        return new double[] {times(server, get(), calls), times(server, echo(), calls)};
      } finally {
        end(process);
      }
    }
  }

  private static double times(EventServer server, byte[] event, int calls) throws Exception {
    double[] times = new double[calls];
    for (int i = 0; i < calls; i++) {
      long answered = server.serve(event);
      times[i] = (answered - server.given()) / 1e3;
    }
    Arrays.sort(times);
    return times[calls / 2];
  }

  private void exercise(Contestant contestant, int times) throws Exception {
    try (EventServer server = EventServer.start()) {
      Process process = contestant.start(server.address(), work.resolve("log"));
      for (int i = 0; i < times; i++) {
        server.serve(get());
        server.serve(echo());
      }
      // It writes the cache down when it ends.
      process.destroy();
      process.waitFor(5, TimeUnit.MINUTES);
      end(process);
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** All threads' time on a processor: what counts where others run as well. */
  private static double processor(Process process) throws IOException {
    double nanos = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      for (Path thread : threads.toList()) {
        nanos += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
      }
    }
    return nanos / 1e6;
  }

  private static double rss(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static double median(List<double[]> samples, int column) {
    double[] sorted = samples.stream().mapToDouble(sample -> sample[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String runtimeClient(Path lib) throws IOException {
    List<String> jars;
    try (Stream<Path> files = Files.list(lib)) {
      jars =
          files
              .map(Path::toString)
              .filter(
                  file ->
                      file.contains("aws-lambda-java-")
                          || file.contains("utils-lite")
                          || file.contains("annotations-2"))
              .sorted()
              .toList();
    }
    return String.join(":", jars);
  }

  private void unpackNative(String clients) throws IOException {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    for (String jar : clients.split(":")) {
      try (JarFile file = new JarFile(jar)) {
        ZipEntry library = file.getEntry("jni/libaws-lambda-jni.linux-" + machine + ".so");
        if (library != null) {
          Files.copy(
              file.getInputStream(library),
              work.resolve("client.so"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** A cache takes classes of jars alone. */
  private static void jar(Path classes, Path jar) throws IOException {
    String name = ConstantHandler.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(name));
      out.write(Files.readAllBytes(classes.resolve(name)));
    }
  }

  private static byte[] get() {
    return event("GET", "/widgets/42", null);
  }

  private static byte[] echo() {
    Map<String, ?> body =
        Map.of(
            "objectName", "widgets", "method", "POST", "body", Map.of("text", "x".repeat(1_000)));
    return event("POST", "/_flexFunctions/echo", Json.text(body));
  }

  private static byte[] event(String method, String path, @Nullable String body) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("rawPath", path);
    event.put("rawQueryString", "");
    event.put(
        "headers",
        Map.of(
            "accept", "application/json",
            "content-type", "application/json",
            "host", "id.lambda-url.us-east-1.on.aws",
            "x-auth-key", SECRET));
    event.put(
        "requestContext",
        Map.of(
            "domainName", "id.lambda-url.us-east-1.on.aws",
            "http", Map.of("method", method, "path", path),
            "stage", "$default"));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return Json.bytes(event);
  }
}
