package io.flexservices.benchmarks.function;

import io.flexservices.benchmarks.request.HandWritten;
import io.flexservices.benchmarks.request.ManyHandlers;
import io.flexservices.benchmarks.request.StreamedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody who can take part on this machine, ready to be started. */
final class Contestants {
  private static final String FLEX = "io.flexservices.aws.FlexLambdaHandler::handleRequest";

  /** As in template.yaml. */
  private static final Map<String, String> FIXTURE =
      Map.of("FLEX_SERVICE", "io.flexservices.conformance.fixture.FixtureService");

  /** What the job by hand over streams consists of. */
  private static final Class<?>[] STREAMS = {
    StreamHandler.class,
    HandWritten.class,
    StreamedJson.class,
    io.flexservices.benchmarks.request.Contestant.class
  };

  private final Path root;
  private final Path work;
  private final RuntimeClient client;
  private final String constant;
  private final List<Contestant> all = new ArrayList<>();

  private Contestants(Path root, Path work, RuntimeClient client) throws IOException {
    this.constant = HandlerJar.of(work, ConstantHandler.class);
    this.root = root;
    this.work = work;
    this.client = client;
  }

  /**
   * Those for whom there is what they need; makes their archives.
   *
   * @param root the project's directory, built
   * @param work for archives and logs
   * @param jdk25 null where there is none; without it nobody runs on it, and there is no bundle
   */
  static List<Contestant> of(Path root, Path work, @Nullable Path jdk25)
      throws IOException, InterruptedException {
    RuntimeClient client = RuntimeClient.in(root.resolve("benchmarks/target/runtime-client"), work);
    Contestants contestants = new Contestants(root, work, client);
    contestants.add17(Path.of(System.getProperty("java.home")));
    if (jdk25 != null) {
      contestants.add25(jdk25);
      contestants.addBundle();
    }
    contestants.addNode();
    return List.copyOf(contestants.all);
  }

  private void add17(Path jdk) throws IOException, InterruptedException {
    ManagedJava java = new ManagedJava(jdk, client, work, List.of());
    addPair(java, Role.FLOOR, Role.FIXTURE);
    addArchived(java, Role.FLOOR_ARCHIVE, Role.FLOOR, ClassArchive.CLASS_DATA);
    addArchived(java, Role.FIXTURE_ARCHIVE, Role.FIXTURE, ClassArchive.CLASS_DATA);
    String many = fixture() + ":" + HandlerJar.of(work, ManyHandlers.class);
    all.add(java.function(Role.FEW_HANDLERS, FLEX, many, manyHandlers("10")));
    all.add(java.function(Role.MANY_HANDLERS, FLEX, many, manyHandlers("10000")));
    addByHand(java);
    String http4k = root.resolve("benchmarks/peers/http4k/target/http4k-peer.jar").toString();
    all.add(
        java.function(
            Role.HTTP4K, "io.flexservices.benchmarks.http4k.Http4kFunction", http4k, Map.of()));
  }

  private void addByHand(ManagedJava java) throws IOException {
    String streams = HandlerJar.of(work, STREAMS) + ":" + jackson("core");
    all.add(java.function(Role.STREAMS, name(StreamHandler.class), streams, Map.of()));
    String tree = HandlerJar.of(work, TreeHandler.class) + ":" + jackson("");
    all.add(java.function(Role.TREE, name(TreeHandler.class), tree, Map.of()));
  }

  private void add25(Path jdk) throws IOException, InterruptedException {
    ManagedJava java =
        new ManagedJava(jdk, client, work, List.of("--enable-native-access=ALL-UNNAMED"));
    addPair(java, Role.FLOOR_25, Role.FIXTURE_25);
    addArchived(java, Role.FLOOR_25_CACHE, Role.FLOOR_25, ClassArchive.AHEAD_OF_TIME);
    addArchived(java, Role.FIXTURE_25_CACHE, Role.FIXTURE_25, ClassArchive.AHEAD_OF_TIME);
  }

  private void addPair(ManagedJava java, Role floor, Role fixture) {
    all.add(java.function(floor, name(ConstantHandler.class), constant, Map.of()));
    all.add(java.function(fixture, FLEX, fixture(), FIXTURE));
  }

  private void addArchived(ManagedJava java, Role role, Role plain, ClassArchive type)
      throws IOException, InterruptedException {
    Contestant without =
        all.stream().filter(each -> each.role() == plain).findFirst().orElseThrow();
    all.add(java.archived(role, without, type));
  }

  private void addBundle() {
    Path bundle = root.resolve("conformance/target/lambda/bundle");
    List<String> words = List.of(bundle.resolve("bootstrap").toString());
    all.add(new Contestant(Role.BUNDLE, words, FLEX, FIXTURE, bundle));
    Map<String, String> c1 = new HashMap<>(FIXTURE);
    c1.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    all.add(new Contestant(Role.BUNDLE_C1, words, FLEX, c1, bundle));
  }

  /** Behind AWS's runtime client where npm could compile that, otherwise behind the least loop. */
  private void addNode() {
    Path peer = root.resolve("benchmarks/peers/node");
    Path runtimeClient = peer.resolve("node_modules/aws-lambda-ric");
    List<String> words =
        Files.exists(runtimeClient.resolve("rapid-client.node"))
            ? List.of("node", runtimeClient.resolve("index.mjs").toString(), "handler.handler")
            : List.of("node", "runtime.js");
    Map<String, String> production = Map.of("NODE_ENV", "production");
    all.add(new Contestant(Role.NODE, words, "handler.handler", production, peer));
  }

  private static Map<String, String> manyHandlers(String number) {
    return Map.of("FLEX_SERVICE", ManyHandlers.class.getName(), ManyHandlers.COUNT, number);
  }

  private String fixture() {
    return root.resolve("conformance/target/fixture-aws.jar").toString();
  }

  /** Its jars whose names begin so. */
  private String jackson(String part) throws IOException {
    try (Stream<Path> jars = Files.list(root.resolve("benchmarks/target/lib"))) {
      return jars.map(Path::toString)
          .filter(jar -> jar.contains("/jackson-" + part))
          .sorted()
          .collect(Collectors.joining(":"));
    }
  }

  private static String name(Class<?> handler) {
    return handler.getName() + "::handleRequest";
  }
}
