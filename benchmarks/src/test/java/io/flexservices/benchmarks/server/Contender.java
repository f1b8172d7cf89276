package io.flexservices.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The servers that are measured, each with its own defaults. */
enum Contender {
  LOCAL("local server") {
    @Override
    ServerProcess start(Path root) throws IOException {
      return ServerProcess.start(
          List.of(java(), "-jar", root.resolve(FIXTURE).toString()), environment("0"));
    }
  },
  NODE("Node Flex SDK") {
    @Override
    ServerProcess start(Path root) throws IOException {
      // It takes 0 for its default port.
      return ServerProcess.start(
          List.of("node", root.resolve("benchmarks/peers/node/server.js").toString()),
          environment(freePort()));
    }
  },
  JDK("JDK server, constant") {
    @Override
    ServerProcess start(Path root) throws IOException {
      return ServerProcess.start(
          List.of(
              java(),
              // Else it sends head and body apart, and the kernel waits 40 ms between the two.
              "-Dsun.net.httpserver.nodelay=true",
              "-cp",
              System.getProperty("java.class.path"),
              ConstantServer.class.getName()),
          Map.of());
    }
  };

  /** The conformance fixture as a program. */
  static final String FIXTURE = "conformance/target/fixture-local.jar";

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  abstract ServerProcess start(Path root) throws IOException;

  /** What the tables call it. */
  String label() {
    return label;
  }

  /** The Java that this runs on. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static Map<String, String> environment(String port) {
    return Map.of(
        "FLEX_HOST", "127.0.0.1", "FLEX_PORT", port, "FLEX_SHARED_SECRET", MeasuredRequest.SECRET);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
