package io.flexservices.conformance.fuzz;

import io.flexservices.FlexSettings;
import io.flexservices.local.FlexLocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests on the local server, over a socket. What begins with {@code RAW } is sent as it is
 * without these four bytes, on a connection of its own, and need not be HTTP.
 */
class LocalFuzzTest {
  private static final byte[] RAW = {'R', 'A', 'W', ' '};

  /** Warns of each request that is malformed; held, since the log manager does not hold it. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty.http");

  static {
    JETTY.setLevel(Level.SEVERE);
    Logger.getLogger("org.eclipse.jetty.util.HostPort").setLevel(Level.SEVERE);
  }

  private final LogCheck log = LogCheck.start();
  private final FlexLocalServer server =
      FlexLocalServer.start(
          new FuzzService(),
          FlexSettings.of(Map.of("flex.host", "127.0.0.1", "flex.port", "0"), Map.of()),
          log::line);
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final ThreadLocal<Connection> connection = ThreadLocal.withInitial(this::connect);

  @AfterEach
  void close() throws IOException {
    for (Connection each : connections) {
      each.close();
    }
    server.close();
    log.close();
  }

  static Stream<Path> kept() throws Exception {
    return Fuzzing.kept("local");
  }

  @ParameterizedTest
  @MethodSource("kept")
  void answersWhatOnceFailed(Path file) throws Exception {
    answer(Files.readAllBytes(file));
  }

  @Test
  void answersMutatedRequests() {
    new Fuzzing("local", this::answer).run(LocalFuzzTest::input);
  }

  private Connection connect() {
    Connection made = new Connection(server.port());
    connections.add(made);
    return made;
  }

  private static byte[] input(RandomGenerator random) {
    byte[] request = new Requests(random).mutated().bytes();
    return random.nextInt(100) == 0 ? raw(new OddValues(random).bytes(request)) : request;
  }

  private static byte[] raw(byte[] bytes) {
    byte[] raw = new byte[RAW.length + bytes.length];
    System.arraycopy(RAW, 0, raw, 0, RAW.length);
    System.arraycopy(bytes, 0, raw, RAW.length, bytes.length);
    return raw;
  }

  private void answer(byte[] input) throws IOException {
    if (input.length >= RAW.length && new String(input, 0, 4).equals("RAW ")) {
      byte[] bytes = new byte[input.length - RAW.length];
      System.arraycopy(input, RAW.length, bytes, 0, bytes.length);
      connection.get().sendOnce(bytes);
    } else {
      connection.get().send(input);
    }
    log.verify();
  }
}
