package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static io.flexservices.conformance.platforms.PlatformCase.PAYLOAD_2;
import static io.flexservices.conformance.platforms.PlatformCase.that;

import io.flexservices.conformance.platform.Target;
import java.util.List;
import java.util.Set;

/** Headers: Kinvey's are JSON texts, commas and all. */
final class HeaderCases implements CaseGroup {
  private static final String METADATA =
      "{\"_id\":\"kid_1\",\"appsecret\":\"a,b\",\"mastersecret\":\"m, s;x=\\\"1\\\"\"}";
  private static final String ORIGINAL =
      "{\"accept\":\"text/html, application/json;q=0.9\",\"x-list\":\"1,2, 3\",\"x-n\":[1,{\"a\":\",\"}]}";

  private static final ClientRequest TOLD =
      get("/seen/1")
          .header("X-Kinvey-App-Metadata", METADATA)
          .header("X-Kinvey-Username", "ada, countess");

  @Override
  public String title() {
    return "Headers";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        that("`X-Kinvey-App-Metadata` arrives whole: JSON, commas, quotes and all")
            .holds(TOLD, saw("masterSecret", "'m, s;x=\\\"1\\\"'")),
        that("`X-Kinvey-Original-Request-Headers` arrives whole")
            .holds(
                get("/seen/1").header("X-Kinvey-Original-Request-Headers", ORIGINAL),
                saw("headers", ORIGINAL)),
        that("6 KB of metadata arrive whole")
            .holds(
                get("/seen/1")
                    .header(
                        "X-Kinvey-App-Metadata",
                        "{\"_id\":\"" + "a,".repeat(3_000) + "\",\"mastersecret\":\"m\"}"),
                saw("appKey", "'" + "a,".repeat(3_000) + "'")),
        that("names are taken in any case")
            .holds(
                get("/seen/1")
                    .header("x-kinvey-app-metadata", METADATA)
                    .header("X-KINVEY-USERNAME", "ada")
                    .header("x-KINVEY-user-ID", "u1"),
                saw("userId", "'u1'")
                    .andThen(saw("username", "'ada'"))
                    .andThen(saw("appKey", "'kid_1'"))),
        that("a value with commas and semicolons is one value")
            .holds(
                get("/seen/1").header("X-Kinvey-Username", "a, b;c=\"d\", e"),
                saw("username", "'a, b;c=\\\"d\\\", e'")),
        that("an empty value is served")
            .holds(get("/seen/1").header("X-Kinvey-Username", ""), saw("username", "''")),
        twice(),
        that("the map of single values alone will do")
            .holdsOn(
                Set.of(Target.AWS_REST),
                TOLD,
                event -> event.put("multiValueHeaders", null),
                saw("username", "'ada, countess'").andThen(saw("appKey", "'kid_1'"))),
        that("the map of many values alone will do")
            .holdsOn(
                Set.of(Target.AWS_REST),
                TOLD,
                event -> event.remove("headers"),
                saw("username", "'ada, countess'").andThen(saw("appKey", "'kid_1'"))),
        that("an event without headers is served: the maps are null")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event -> event.put("headers", null).put("multiValueHeaders", null),
                saw("username", "''")),
        that("an event without headers is served: the maps are missing")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event -> event.remove("headers").remove("multiValueHeaders"),
                saw("username", "''")),
        that("values that are no texts do no harm")
            .holdsOn(
                FUNCTIONS,
                get("/seen/1"),
                event ->
                    event
                        .put("headers.x-a", null)
                        .put("headers.x-b", 5)
                        .put("multiValueHeaders.x-a", null)
                        .put("multiValueHeaders.x-c", List.of()),
                saw("id", "'1'"))
            // Neither map is this mode's own then.
            .notOn(Target.AWS_ALB));
  }

  /** Kinvey sends each header once. */
  private static PlatformCase twice() {
    ClientRequest request =
        get("/seen/1").header("X-Kinvey-Username", "ada").header("X-Kinvey-Username", "eve");
    PlatformCase twice =
        that("of a header that comes twice the first counts")
            .holds(request, saw("username", "'ada'"));
    PAYLOAD_2.forEach(
        target ->
            twice.insteadOn(target, "joined with a comma", request, saw("username", "'ada,eve'")));
    return twice.insteadOn(Target.AWS_ALB, "the last one", request, saw("username", "'eve'"));
  }
}
