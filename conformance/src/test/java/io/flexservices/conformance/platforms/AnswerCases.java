package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.Target;
import io.flexservices.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Answers: their headers, their compression, and what they may weigh. */
final class AnswerCases implements CaseGroup {
  private static final Set<Target> LIMITED = EnumSet.complementOf(EnumSet.of(Target.LOCAL));
  private static final Set<Target> COMPRESSED = EnumSet.complementOf(EnumSet.of(Target.AWS_REST));

  @Override
  public String title() {
    return "Answers";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        PlatformCase.that("HEAD is answered with the headers of GET, and without a body")
            .holdsOn(PlatformCase.ALL, caller -> headIsGetWithoutABody(caller, get("/sized/5000"))),
        PlatformCase.that("an error has no body either where HEAD asked")
            .holdsOn(
                PlatformCase.ALL, caller -> headIsGetWithoutABody(caller, get("/no/such/route"))),
        PlatformCase.that("what anyone sends cannot end a header or the answer")
            .holds(evil(), AnswerCases::isUnharmed),
        PlatformCase.that("an answer as large as the platform carries arrives")
            .holdsOn(LIMITED, AnswerCases::arrivesAtTheLimit),
        PlatformCase.that("one byte more is an error that names the size and the limit")
            .holdsOn(LIMITED, AnswerCases::failsOneByteOver),
        PlatformCase.that("a function's answer over the limit is an error in Kinvey's envelope")
            .holdsOn(LIMITED, AnswerCases::failsInTheEnvelope),
        PlatformCase.that("compressed where the caller takes gzip")
            .under(Setup.COMPRESSING)
            .holdsOn(COMPRESSED, zipped(get("/sized/5000"), "br, gzip;q=0.5"))
            .insteadOn(
                Target.AWS_REST, "as it is", plain(get("/sized/5000"), "br, gzip;q=0.5", false)),
        PlatformCase.that("not compressed where the caller refuses gzip")
            .under(Setup.COMPRESSING)
            .holdsOn(COMPRESSED, plain(get("/sized/5000"), "gzip;q=0, *", true))
            .holdsOn(Set.of(Target.AWS_REST), plain(get("/sized/5000"), "gzip;q=0, *", false)),
        PlatformCase.that("HEAD says that GET would be compressed")
            .under(Setup.COMPRESSING)
            .holdsOn(
                COMPRESSED,
                caller ->
                    headIsGetWithoutABody(
                        caller, get("/sized/5000").header("Accept-Encoding", "gzip"))),
        PlatformCase.that("the limit is that of the compressed answer")
            .under(Setup.COMPRESSING)
            .holdsOn(
                Set.of(Target.AWS_HTTP, Target.AWS_URL, Target.AWS_ALB, Target.AWS_ALB_MULTI),
                zipped(get("/sized/9000000"), "gzip"))
            .insteadOn(
                Target.GCP,
                "that before compression",
                get("/sized/33554431").header("Accept-Encoding", "gzip"),
                reply -> assertThat(reply.status()).isEqualTo(550)));
  }

  private static void headIsGetWithoutABody(Caller caller, ClientRequest get) throws IOException {
    Reply full = caller.send(get);
    ClientRequest ask =
        new ClientRequest("HEAD", get.target(), get.headers(), get.body(), get.isBase64());
    Reply head = caller.send(ask);

    assertThat(head.status()).isEqualTo(full.status());
    assertThat(full.body()).isNotEmpty();
    assertThat(head.body()).isEmpty();
    assertThat(names(head)).containsExactlyInAnyOrderElementsOf(names(full));
    for (String name :
        List.of(
            "Content-Type", "Content-Length", "Content-Encoding", "X-Kinvey-Request-Continue")) {
      assertThat(head.header(name)).as(name).isEqualTo(full.header(name));
    }
  }

  private static List<String> names(Reply reply) {
    return reply.headers().stream().map(h -> h.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** A function's request and response travel on in the body of the answer, headers among them. */
  private static ClientRequest evil() {
    String line = "a\\r\\nSet-Cookie: evil=1\\r\\n\\r\\n<html>";
    String headers = "{\"X-Evil\":\"%s\",\"Set-Cookie: evil=1\\r\\nX\":\"1\"}".formatted(line);
    return ClientRequest.post(
            "/_flexFunctions/seen",
            "{\"hookType\":\"post\",\"objectName\":\"%s\",\"response\":{\"headers\":%s,\"body\":{}}}"
                .formatted(line, headers))
        .header("X-Kinvey-Original-Request-Headers", headers)
        .header("X-Kinvey-Request-Id", "id-1\\r\\nSet-Cookie: evil=1");
  }

  private static void isUnharmed(Reply reply) {
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    assertThat(reply.header("Set-Cookie")).isEmpty();
    assertThat(reply.header("X-Evil")).isEmpty();
    assertThat(reply.headers()).allMatch(header -> !header.value().contains("evil"));
    assertThat(reply.json().object("response").object("headers").value("X-Evil"))
        .isEqualTo("a\r\nSet-Cookie: evil=1\r\n\r\n<html>");
  }

  private static void arrivesAtTheLimit(Caller caller) throws IOException {
    Reply reply = caller.send(get("/sized/" + lettersAtTheLimit(caller)));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(size(caller, reply)).isEqualTo(limit(caller.target()));
    assertThat(reply.header("Transfer-Encoding")).isEmpty();
  }

  private static void failsOneByteOver(Caller caller) throws IOException {
    Reply reply = caller.send(get("/sized/" + (lettersAtTheLimit(caller) + 1)));
    assertThat(reply.status()).isEqualTo(550);
    assertThat(reply.raw()).hasSizeLessThan(1_000);
    assertThat(reply.header("X-Kinvey-Request-Continue")).containsExactly("false");
    assertThat(reply.json().string("error")).isEqualTo("FlexRuntimeError");
    assertThat(reply.json().string("debug"))
        .startsWith("The answer of the handler FlexData sized.onGetById has ")
        .contains(" " + (limit(caller.target()) + 1) + " bytes ")
        .endsWith(", over the limit of " + limit(caller.target()) + " bytes");
  }

  private static void failsInTheEnvelope(Caller caller) throws IOException {
    Reply reply =
        caller.send(
            ClientRequest.post(
                "/_flexFunctions/sized",
                "{\"body\":{\"letters\":\"%d\",\"pad\":\"%s\"}}"
                    .formatted(limit(caller.target()), "p".repeat(100_000))));
    assertThat(reply.status()).isEqualTo(550);
    assertThat(reply.raw()).hasSizeLessThan(1_000);
    assertThat(reply.header("X-Kinvey-Request-Continue")).containsExactly("false");
    JsonObject response = reply.json().object("response");
    assertThat(response.value("continue")).isEqualTo(false);
    assertThat(response.value("statusCode")).isEqualTo(550L);
    assertThat(response.object("body").string("debug"))
        .contains("FlexFunctions sized", "over the limit of " + limit(caller.target()));
  }

  private static int lettersAtTheLimit(Caller caller) throws IOException {
    return 1 + limit(caller.target()) - size(caller, caller.send(get("/sized/1")));
  }

  /** What the platform counts: the function's whole answer, or the body of a response. */
  private static int size(Caller caller, Reply reply) {
    return FUNCTIONS.contains(caller.target())
        ? reply.raw().getBytes(StandardCharsets.UTF_8).length
        : reply.body().length;
  }

  private static int limit(Target target) {
    return switch (target) {
      case AWS_ALB, AWS_ALB_MULTI -> 1_048_576;
      case AWS_REST, AWS_HTTP, AWS_URL -> 6_291_556;
      case GCP -> 33_554_432;
      case LOCAL -> throw new IllegalArgumentException("no limit");
    };
  }

  private static PlatformCase.Steps zipped(ClientRequest request, String accepted) {
    return caller -> {
      Reply reply = caller.send(request.header("Accept-Encoding", accepted));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("Content-Encoding")).containsExactly("gzip");
      assertThat(reply.header("Vary")).containsExactly("Accept-Encoding");
      assertThat(reply.raw()).doesNotContain("xxxxxxxx");
      assertThat(unzipped(reply)).matches("\"x+\"").hasSize(letters(request) + 2);
      if (FUNCTIONS.contains(caller.target())) {
        assertThat(reply.raw()).contains("\"isBase64Encoded\":true").doesNotContain("\\n", "\\r");
      }
    };
  }

  private static PlatformCase.Steps plain(ClientRequest request, String accepted, boolean varies) {
    return caller -> {
      Reply reply = caller.send(request.header("Accept-Encoding", accepted));
      assertThat(reply.text()).matches("\"x+\"").hasSize(letters(request) + 2);
      assertThat(reply.header("Content-Encoding")).isEmpty();
      assertThat(reply.header("Vary")).hasSize(varies ? 1 : 0);
    };
  }

  private static int letters(ClientRequest request) {
    return Integer.parseInt(request.path().substring("/sized/".length()));
  }

  private static String unzipped(Reply reply) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
