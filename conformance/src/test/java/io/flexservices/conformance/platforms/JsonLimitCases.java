package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.ClientRequest.post;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static io.flexservices.conformance.platforms.PlatformCase.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

/** The limits of JSON, at the edge and over it, in bodies and in the headers that hold JSON. */
final class JsonLimitCases implements CaseGroup {
  private static final String DEEPEST = "[".repeat(200) + "]".repeat(200);
  private static final String LONGEST_NAME = "n".repeat(65_536);
  private static final String LONGEST_NUMBER = "7".repeat(1_000);
  private static final String METADATA = "X-Kinvey-App-Metadata";
  private static final String ORIGINAL = "X-Kinvey-Original-Request-Headers";

  @Override
  public String title() {
    return "Limits of JSON";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        that("a body that nests 200 deep is served").holds(post("/seen", DEEPEST), served("[[[[")),
        that("and in Base64").holdsOn(FUNCTIONS, post("/seen", DEEPEST).inBase64(), served("[[[[")),
        that("201 deep it is 400")
            .holds(post("/seen", "[" + DEEPEST + "]"), overLimit("The request body")),
        that("a name of 65,536 characters is served")
            .holds(post("/seen", "{\"" + LONGEST_NAME + "\":1}"), served(LONGEST_NAME)),
        that("with one more it is 400")
            .holds(post("/seen", "{\"n" + LONGEST_NAME + "\":1}"), overLimit("The request body")),
        that("a number of 1,000 digits is served, each of them")
            .holds(post("/seen", "[" + LONGEST_NUMBER + "]"), served(LONGEST_NUMBER)),
        that("with one more it is 400")
            .holds(post("/seen", "[7" + LONGEST_NUMBER + "]"), overLimit("The request body")),
        that("`1e1000000000` does no harm, and comes back as short")
            .holds(post("/seen", "{\"a\":1e1000000000}"), saw("body", "{'a':1E+1000000000}")),
        that("of members with one name the last counts")
            .holds(
                post("/seen", "{\"a\":1,\"a\":{\"b\":2,\"b\":3}}"), saw("body", "{'a':{'b':3}}")),
        that("300,000 empty objects in one array are served")
            .holds(post("/seen", "[" + "{},".repeat(299_999) + "{}]"), served("{},{},{}")),
        that("app metadata over a limit is 400, and the answer names the header")
            .holds(get("/seen").header(METADATA, inside(DEEPEST)), overLimit(METADATA)),
        that("and the original headers")
            .holds(get("/seen").header(ORIGINAL, inside(DEEPEST)), overLimit(ORIGINAL)),
        that("and the custom request properties in them")
            .holds(
                get("/seen")
                    .header(
                        ORIGINAL, "{\"x-kinvey-custom-request-properties\":\"[" + DEEPEST + "]\"}"),
                overLimit("x-kinvey-custom-request-properties")),
        that("app metadata that is malformed counts as none")
            .holds(get("/seen").header(METADATA, "{\"_id\":"), saw("appKey", "null")));
  }

  private static String inside(String value) {
    return "{\"a\":" + value + "}";
  }

  /** The answer is as deep as what was sent, and so no more than looked through here. */
  private static Consumer<Reply> served(String part) {
    return reply -> {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text().contains(part)).isTrue();
    };
  }

  private static Consumer<Reply> overLimit(String what) {
    return Checks.refused(400, "BadRequest")
        .andThen(
            reply ->
                assertThat(reply.json().string("debug"))
                    .startsWith(what + " is not valid. The JSON text is over a limit: "));
  }
}
