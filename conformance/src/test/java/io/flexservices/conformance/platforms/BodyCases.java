package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.refused;
import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.of;
import static io.flexservices.conformance.platforms.ClientRequest.post;
import static io.flexservices.conformance.platforms.PlatformCase.ALL;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static io.flexservices.conformance.platforms.PlatformCase.that;

import java.util.Arrays;
import java.util.List;

/** Bodies: Base64 by the flag and nothing else, UTF-8 throughout. */
final class BodyCases implements CaseGroup {
  private static final String BAD = "BadRequest";
  private static final String JSON = "{\"a\":[1,{\"b\":null}],\"t\":\"x\"}";
  private static final String LETTERS = "{\"näme\":\"€ 😀 \\u0000 \\u2028\"}";

  @Override
  public String title() {
    return "Bodies";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        that("JSON arrives as it is").holds(post("/seen", JSON), saw("body", JSON)),
        that("and in Base64, by the flag")
            .holdsOn(FUNCTIONS, post("/seen", JSON).inBase64(), saw("body", JSON)),
        that("UTF-8 throughout: letters of every length")
            .holds(post("/seen", LETTERS), saw("body", LETTERS)),
        that("and in Base64")
            .holdsOn(FUNCTIONS, post("/seen", LETTERS).inBase64(), saw("body", LETTERS)),
        that("what only looks like Base64 is not decoded: the flag is false, null or missing")
            .holdsOn(FUNCTIONS, BodyCases::looksLikeBase64),
        that("malformed Base64 is 400").holdsOn(FUNCTIONS, BodyCases::malformedBase64),
        that("no body: an empty object")
            .holds(of("POST", "/seen"), saw("body", "{}").andThen(saw("event", "'onInsert'"))),
        that("an empty, null or missing body too").holdsOn(FUNCTIONS, BodyCases::noBody),
        that("invalid UTF-8 is 400")
            .holds(post("/seen", "").body(invalid()).inBase64(), refused(400, BAD)),
        that("malformed JSON is 400").holds(post("/seen", "{\"a\":"), refused(400, BAD)),
        that("content types with parameters, in any case, and `+json`")
            .holdsOn(ALL, BodyCases::contentTypes),
        that("another content type is not read")
            .holds(
                of("POST", "/seen").header("Content-Type", "text/plain").body("{\"a\":1}"),
                saw("body", "{}")),
        that("an array is many: `onInsertMany`")
            .holds(post("/seen", "[{\"a\":1},{}]"), saw("event", "'onInsertMany'")),
        that("the body of a `DELETE` or a `GET` is not read").holdsOn(ALL, BodyCases::notRead),
        that("a megabyte arrives whole").holds(post("/seen", large()), saw("body", large())));
  }

  private static void looksLikeBase64(Caller caller) throws Exception {
    String encoded = "eyJhIjoxfQ==";
    for (Object flag : Arrays.asList(false, null, "true")) {
      Event event = EventShape.of(caller.target()).of(post("/seen", encoded));
      refused(400, BAD).accept(caller.event(event.put("isBase64Encoded", flag)));
    }
    Event event = EventShape.of(caller.target()).of(post("/seen", "{\"a\":\"" + encoded + "\"}"));
    saw("body", "{'a':'" + encoded + "'}").accept(caller.event(event.remove("isBase64Encoded")));
  }

  private static void malformedBase64(Caller caller) throws Exception {
    for (String body : List.of("{}", "eyJhIjoxfQ=", "eyJh\nIjoxfQ==", "eyJhIjoxfQ==e", "é")) {
      Event event = EventShape.of(caller.target()).of(post("/seen", body));
      refused(400, BAD).accept(caller.event(event.put("isBase64Encoded", true)));
    }
  }

  private static void noBody(Caller caller) throws Exception {
    for (boolean isBase64 : new boolean[] {false, true}) {
      for (Object body : Arrays.asList("", null)) {
        Event event = EventShape.of(caller.target()).of(post("/seen", ""));
        event.put("body", body).put("isBase64Encoded", isBase64);
        saw("body", "{}").accept(caller.event(event));
      }
      Event event = EventShape.of(caller.target()).of(post("/seen", "")).remove("body");
      saw("body", "{}").accept(caller.event(event.put("isBase64Encoded", isBase64)));
    }
  }

  private static void contentTypes(Caller caller) throws Exception {
    for (String type :
        List.of(
            "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"; a=b",
            "APPLICATION/JSON",
            "application/vnd.kinvey+json;v=1")) {
      saw("body", JSON)
          .accept(caller.send(of("POST", "/seen").header("Content-Type", type).body(JSON)));
    }
    saw("body", JSON).accept(caller.send(of("POST", "/seen").body(JSON)));
  }

  private static void notRead(Caller caller) throws Exception {
    ClientRequest get = of("GET", "/seen/1").header("Content-Type", "application/json");
    saw("event", "'onGetById'").accept(caller.send(get.body("{")));
    ClientRequest delete = of("DELETE", "/seen/1").header("Content-Type", "application/json");
    saw("event", "'onDeleteById'").accept(caller.send(delete.body("{")));
  }

  private static byte[] invalid() {
    return new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
  }

  private static String large() {
    return "{\"a\":\"" + "x".repeat(900_000) + "\"}";
  }
}
