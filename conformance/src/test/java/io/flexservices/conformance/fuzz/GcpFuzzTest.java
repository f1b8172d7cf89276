package io.flexservices.conformance.fuzz;

import io.flexservices.gcp.FlexHttpFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests on the adapter for Google Cloud Functions, in this process. */
class GcpFuzzTest {
  private final LogCheck log = LogCheck.start();
  private final FlexHttpFunction function = new FlexHttpFunction(new FuzzService());

  @AfterEach
  void close() {
    log.close();
  }

  static Stream<Path> kept() throws Exception {
    return Fuzzing.kept("gcp");
  }

  @ParameterizedTest
  @MethodSource("kept")
  void answersWhatOnceFailed(Path file) throws Exception {
    answer(Files.readAllBytes(file));
  }

  @Test
  void answersMutatedRequests() {
    new Fuzzing("gcp", this::answer).run(random -> new Requests(random).mutated().bytes());
  }

  private void answer(byte[] request) {
    MemoryResponse response = new MemoryResponse();
    function.service(new MemoryRequest(RawRequest.of(request)), response);
    log.verify();
    response.check();
  }
}
