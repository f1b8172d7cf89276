package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.json.JsonObject;
import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexResponse;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How answers go out: compressed where that is wished and possible, and never too large. */
class DeliveryTest {
  private static final AnswerChannel HTTP = AnswerChannel.unlimited(true);

  private final TestRuntime plain = TestRuntime.of(DeliveryTest::register);
  private final TestRuntime compressing =
      TestRuntime.of(DeliveryTest::register, FlexOptions.defaults().withCompression(true));

  @AfterEach
  void close() {
    plain.close();
    compressing.close();
  }

  @Test
  void compressesFromAKilobyteOn() throws IOException {
    FlexResponse small = send(compressing, sized(1_023), HTTP);
    assertThat(small.body()).hasSize(1_023);
    assertThat(small.isText()).isTrue();
    assertThat(small.headers().first("Vary")).isNull();

    FlexResponse large = send(compressing, sized(1_024), HTTP);
    assertThat(large.headers().first("Content-Encoding")).isEqualTo("gzip");
    assertThat(large.headers().first("Vary")).isEqualTo("Accept-Encoding");
    assertThat(large.headers().first("Content-Type")).isEqualTo("application/json; charset=utf-8");
    assertThat(large.headers().first("X-Kinvey-Request-Continue")).isEqualTo("true");
    assertThat(large.isText()).isFalse();
    assertThat(large.body().length).isLessThan(200);
    assertThat(unzipped(large)).isEqualTo(plain.handle(sized(1_024)).text()).hasSize(1_024);
  }

  @Test
  void compressesASmallAnswerForWhoeverTakesNoOther() throws IOException {
    TestRequest request =
        TestRequest.get("/things/10").header("Accept-Encoding", "gzip, identity;q=0");
    assertThat(unzipped(send(compressing, request, HTTP))).hasSize(10);
  }

  @Test
  void saysThatItVariesWhereTheCallerTakesNoGzip() {
    FlexResponse response = send(compressing, TestRequest.get("/things/2000"), HTTP);
    assertThat(response.body()).hasSize(2_000);
    assertThat(response.headers().first("Content-Encoding")).isNull();
    assertThat(response.headers().first("Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void compressesNothingWhereTheOptionIsOffOrTheChannelTakesNoOctets() {
    for (FlexResponse response :
        new FlexResponse[] {
          send(plain, sized(2_000), HTTP),
          send(compressing, sized(2_000), AnswerChannel.unlimited(false)),
          compressing.handle(sized(2_000))
        }) {
      assertThat(response.body()).hasSize(2_000);
      assertThat(response.headers().first("Vary")).isNull();
      assertThat(response.isText()).isTrue();
    }
  }

  @Test
  void headHasTheHeadersOfGetAndTheLengthOfItsBody() {
    for (TestRuntime runtime : new TestRuntime[] {plain, compressing}) {
      FlexResponse get = send(runtime, sized(3_000), HTTP);
      FlexResponse head =
          send(
              runtime,
              TestRequest.of("HEAD", "/things/3000").header("Accept-Encoding", "gzip"),
              HTTP);
      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.body()).isEmpty();
      assertThat(head.headers().first("Content-Length"))
          .isEqualTo(String.valueOf(get.body().length));
      assertThat(head.headers().all()).containsAll(get.headers().all());
    }
  }

  @Test
  void anAnswerOverTheLimitIsAnErrorThatSaysSoToGetAndToHead() {
    assertThat(send(plain, sized(500), new Limited(500, true)).status()).isEqualTo(200);
    assertThat(plain.log().lines()).isEmpty();

    String sentence =
        "The answer of the handler FlexData things.onGetById has 501 bytes as it is encoded for a"
            + " narrow pipe, over the limit of 500 bytes";
    FlexResponse response = send(plain, sized(501), new Limited(500, true));
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
    assertThat(TestRuntime.json(response).asMap())
        .isEqualTo(
            Map.of(
                "error", "FlexRuntimeError",
                "description",
                    "The Flex Service had a runtime error.  See debug message for details",
                "debug", sentence));
    assertThat(plain.log().messages()).containsExactly(sentence);

    FlexResponse head = send(plain, TestRequest.of("HEAD", "/things/501"), new Limited(500, true));
    assertThat(head.status()).isEqualTo(550);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void theLimitCountsAfterCompressionOrBeforeItAsTheChannelDoes() {
    assertThat(send(compressing, sized(5_000), new Limited(2_000, true)).status()).isEqualTo(200);
    assertThat(send(compressing, sized(5_000), new Limited(2_000, false)).status()).isEqualTo(550);
  }

  @Test
  void aFunctionsErrorIsInAnEnvelopeWithoutTheRequest() {
    FlexResponse response =
        send(plain, function("large").json(Map.of("body", pad())), new Limited(4_000, true));
    assertEnvelope(response, "FlexRuntimeError", 550);
    assertThat(plain.log().records())
        .singleElement()
        .satisfies(line -> assertThat(line.string("handler")).isEqualTo("FlexFunctions large"));
  }

  @Test
  void aFailureWhoseRequestCannotBeEchoedStillSaysWhatFailed() {
    TestRequest late = function("never").within(Duration.ofMillis(20)).json(Map.of("body", pad()));
    FlexResponse response = send(plain, late, new Limited(2_000, true));
    assertEnvelope(response, "FlexRuntimeError", 550);
    assertThat(response.text()).contains("was not done within 20 ms");

    FlexResponse refusal =
        send(
            plain,
            function("large").json(Map.of("method", Map.of(), "body", pad())),
            new Limited(2_000, true));
    assertEnvelope(refusal, "BadRequest", 400);
  }

  @Test
  void aFailureThatFitsKeepsTheEcho() {
    FlexResponse response =
        send(plain, function("throws").json(Map.of("body", pad())), new Limited(9_000, true));
    assertThat(TestRuntime.json(response).object("request").value("body"))
        .isEqualTo(JsonObject.of(pad()));
  }

  @Test
  void aDiscoveryOverTheLimitIsAnErrorToo() {
    FlexResponse response =
        send(plain, TestRequest.of("POST", "/_command/discover"), new Limited(20, true));
    assertThat(response.status()).isEqualTo(550);
    assertThat(plain.log().messages()).singleElement().asString().contains("the discovery has");
  }

  private static void assertEnvelope(FlexResponse response, String error, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers().first("X-Kinvey-Request-Continue")).isEqualTo("false");
    assertThat(response.body().length).isLessThan(700);
    JsonObject envelope = TestRuntime.json(response);
    assertThat(envelope.object("request").asMap()).isEmpty();
    assertThat(envelope.object("response").value("continue")).isEqualTo(false);
    assertThat(envelope.object("response").value("statusCode")).isEqualTo((long) status);
    assertThat(envelope.object("response").object("body").string("error")).isEqualTo(error);
  }

  private static void register(Flex flex) {
    flex.data()
        .serviceObject("things")
        .onGetById(
            (context, complete, modules) ->
                complete.setBody(text(Integer.parseInt(context.entityId()))).ok().next());
    flex.functions()
        .register("large", (context, complete, modules) -> complete.setBody(pad()).ok().next());
    flex.functions()
        .register(
            "throws",
            (context, complete, modules) -> {
              throw new IllegalStateException("no");
            });
    flex.functions().registerAsync("never", (c, complete, modules) -> new CompletableFuture<>());
  }

  /** A JSON string of so many bytes. */
  private static String text(int size) {
    return "x".repeat(size - 2);
  }

  private static Map<String, Object> pad() {
    return Map.of("pad", "p".repeat(3_000));
  }

  private static TestRequest sized(int size) {
    return TestRequest.get("/things/" + size).header("Accept-Encoding", "gzip");
  }

  private static TestRequest function(String name) {
    return TestRequest.post("/_flexFunctions/" + name);
  }

  private static FlexResponse send(
      TestRuntime runtime, TestRequest request, AnswerChannel channel) {
    return runtime.runtime().handle(request.build(), channel);
  }

  private static String unzipped(FlexResponse response) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private record Limited(long limit, boolean countsCompressed) implements AnswerChannel {
    @Override
    public String words() {
      return "a narrow pipe";
    }

    @Override
    public long size(FlexResponse answer) {
      return answer.body().length;
    }

    @Override
    public boolean takesCompressed() {
      return true;
    }
  }
}
