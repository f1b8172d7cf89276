package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.refused;
import static io.flexservices.conformance.platforms.Checks.refusedByThePlatform;
import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.ALL;
import static io.flexservices.conformance.platforms.PlatformCase.that;

import io.flexservices.conformance.platform.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Paths: split while they are encoded, decoded once, without what the platform put before them. */
final class PathCases implements CaseGroup {
  private static final String REFUSED = "400 by its invoker";

  @Override
  public String title() {
    return "Paths";
  }

  @Override
  public List<PlatformCase> cases() {
    return Stream.of(ids(), shapes(), MountedPaths.cases()).flatMap(List::stream).toList();
  }

  private static List<PlatformCase> ids() {
    return List.of(
        that("`%2F` stays inside an id")
            .holds(get("/seen/a%2Fb%2f"), saw("id", "'a/b/'"))
            .insteadOn(
                Target.AWS_HTTP,
                "404: the gateway decodes it",
                get("/seen/a%2Fb"),
                refused(404, "NotFound"))
            .insteadOn(Target.GCP, REFUSED, get("/seen/a%2Fb"), refusedByThePlatform(400)),
        that("a pipe in an id, encoded").holds(get("/seen/a%7Cb"), saw("id", "'a|b'")),
        that("a pipe in an id, as it is")
            .holds(get("/seen/a|b"), saw("id", "'a|b'"))
            .insteadOn(Target.GCP, REFUSED, get("/seen/a|b"), refusedByThePlatform(400)),
        that("an id with dots").holds(get("/seen/.a..b.c."), saw("id", "'.a..b.c.'")),
        that("an id with letters beyond ASCII, encoded")
            .holds(get("/seen/%C3%A4%E2%82%AC%F0%9F%98%80"), saw("id", "'ä€😀'")),
        that("an id with a space, a plus and signs")
            .holds(get("/seen/a%20b+c;d=e@f:g,h"), saw("id", "'a b+c;d=e@f:g,h'")),
        that("`%25` is a percent sign")
            .holds(get("/seen/50%25"), saw("id", "'50%'"))
            .insteadOn(
                Target.AWS_HTTP,
                "400: the gateway decodes it",
                get("/seen/50%25"),
                refused(400, "BadRequest"))
            .insteadOn(Target.GCP, REFUSED, get("/seen/50%25"), refusedByThePlatform(400)),
        that("`%2541` is decoded once, to `%41`")
            .holds(get("/seen/%2541"), saw("id", "'%41'"))
            .insteadOn(
                Target.AWS_HTTP,
                "`A`: the gateway decodes it",
                get("/seen/%2541"),
                saw("id", "'A'"))
            .insteadOn(Target.GCP, REFUSED, get("/seen/%2541"), refusedByThePlatform(400)),
        that("an escape that is malformed, or no UTF-8, is 400")
            .holdsOn(
                ALL,
                caller -> {
                  refused(400, "BadRequest").accept(caller.send(get("/seen/%FF")));
                  refused(400, "BadRequest").accept(caller.send(get("/seen/%zz")));
                })
            .insteadOn(Target.GCP, REFUSED, get("/seen/%FF"), refusedByThePlatform(400))
            // The gateway decodes it; what it does with these is not documented.
            .notOn(Target.AWS_HTTP));
  }

  private static List<PlatformCase> shapes() {
    return List.of(
        that("a trailing slash changes nothing")
            .holdsOn(
                ALL,
                caller -> {
                  saw("id", "'1'").accept(caller.send(get("/seen/1/")));
                  saw("event", "'onGetAll'").accept(caller.send(get("/seen/")));
                }),
        that("a doubled slash is another path: 404")
            .holds(get("/seen//1"), refused(404, "NotFound"))
            .insteadOn(Target.GCP, REFUSED, get("/seen//1"), refusedByThePlatform(400)),
        that("the root is 404, in JSON").holds(get("/"), refused(404, "NotFound")),
        that("a path that a tool hands over encoded is decoded once")
            .holdsOn(
                Set.of(Target.AWS_HTTP),
                get("/seen/x"),
                event ->
                    event
                        .put("rawPath", "/seen/a%2Fb%20%C3%A9")
                        .put("requestContext.http.path", "/seen/a/b é"),
                saw("id", "'a/b é'")));
  }
}
