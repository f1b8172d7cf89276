package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.refused;
import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.ALL;
import static io.flexservices.conformance.platforms.PlatformCase.that;

import io.flexservices.conformance.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands before a service's own path: a stage, a mapping, a base path. */
final class MountedPaths {
  private static final Set<Target> REST = Set.of(Target.AWS_REST);

  private MountedPaths() {}

  static List<PlatformCase> cases() {
    return Stream.of(stages(), mappings(), basePaths()).flatMap(List::stream).toList();
  }

  private static List<PlatformCase> stages() {
    return List.of(
        that("a named stage before the path is taken away, once")
            .holdsOn(
                Set.of(Target.AWS_HTTP),
                caller -> {
                  saw("id", "'1'").accept(caller.event(staged("prod", "/prod/seen/1")));
                  saw("id", "'1'").accept(caller.event(staged("seen", "/seen/seen/1")));
                  saw("id", "'1'").accept(caller.event(staged("see", "/seen/1")));
                }),
        that("the stage `$default` is not in the path")
            .holdsOn(Set.of(Target.AWS_HTTP, Target.AWS_URL), get("/seen/1"), saw("id", "'1'")),
        that("an HTTP API with payload 1.0: its stage is taken away, the path decoded once")
            .holdsOn(
                REST,
                get("/prod/seen/a%2Fb"),
                event ->
                    event
                        .put("version", "1.0")
                        .put("pathParameters.proxy", "seen/a/b")
                        .put("requestContext.path", "/prod/seen/a%2Fb"),
                saw("id", "'a/b'")),
        that("a service object may be called like the stage of a REST API, which is not in its path")
            .holdsOn(
                REST,
                get("/seen/1"),
                event -> event.put("requestContext.stage", "seen"),
                saw("id", "'1'")));
  }

  /**
   * The paths with a mapping are those that were seen and told of.
   *
   * @see <a href="https://github.com/localstack/localstack/pull/12296">Payload with custom
   *     domains</a>
   */
  private static List<PlatformCase> mappings() {
    return List.of(
        that("a custom domain's base path mapping is taken away, with `/{proxy+}`")
            .holdsOn(
                REST,
                caller -> {
                  saw("id", "'a/b'").accept(mapped(caller, "/shop/v2/seen/a%2Fb", "seen/a/b"));
                  saw("id", "'1'").accept(mapped(caller, "/seen/seen/1", "seen/1"));
                }),
        that("and with resources of their own, `/seen/{id}`")
            .holdsOn(
                REST,
                get("/shop/seen/1"),
                event ->
                    event
                        .put("resource", "/seen/{id}")
                        .put("pathParameters", Map.of("id", "1"))
                        .put("requestContext.resourcePath", "/seen/{id}"),
                saw("id", "'1'")),
        that("and with the stage, where the mapping names none")
            .holdsOn(REST, get("/shop/prod/seen/1"), proxied("seen/1"), saw("id", "'1'")));
  }

  private static List<PlatformCase> basePaths() {
    return List.of(
        configured("`FLEX_BASE_PATHS=/v1,…`: `/v1/seen/1` is `/seen/1`", "/v1/seen/1", "seen", "1"),
        configured(
            "several: `/kinvey/flex/seen/1` is `/seen/1`", "/kinvey/flex/seen/1", "seen", "1"),
        configured("whole segments: `/v10/1` stays", "/v10/1", "v10", "1"),
        configured("once: `/v1/v1/x` is `/v1/x`", "/v1/v1/x", "v1", "x"),
        configured("a path without one stays", "/seen/1", "seen", "1"),
        that("nothing but the base path is the root: 404")
            .under(Setup.BASE_PATHS)
            .holds(get("/v1"), refused(404, "NotFound")),
        that("after the stage, and beside a mapping, once")
            .under(Setup.BASE_PATHS)
            .holdsOn(
                Set.of(Target.AWS_HTTP),
                caller -> saw("id", "'1'").accept(caller.event(staged("prod", "/prod/v1/seen/1"))))
            .holdsOn(
                REST,
                caller -> {
                  saw("serviceObject", "'v1'").accept(mapped(caller, "/v1/v1/x", "v1/x"));
                  saw("id", "'1'").accept(mapped(caller, "/shop/v1/seen/1", "v1/seen/1"));
                }),
        that("a function's name before the path, where a proxy or emulator leaves it: a base path")
            .under(Setup.BASE_PATHS)
            .holdsOn(Set.of(Target.GCP), get("/my-function/seen/1"), saw("id", "'1'")));
  }

  private static PlatformCase configured(String title, String path, String object, String id) {
    return that(title)
        .under(Setup.BASE_PATHS)
        .holdsOn(
            ALL,
            caller ->
                saw("serviceObject", "'" + object + "'")
                    .andThen(saw("id", "'" + id + "'"))
                    .accept(caller.send(get(path))));
  }

  private static Reply mapped(Caller caller, String path, String proxy) throws Exception {
    Event event = EventShape.of(caller.target()).of(get(path));
    proxied(proxy).accept(event);
    return caller.event(event);
  }

  private static PlatformCase.Variation proxied(String value) {
    return event ->
        event
            .put("pathParameters.proxy", value)
            .put("requestContext.domainName", "api.example.com")
            .put("requestContext.domainPrefix", "api");
  }

  private static Event staged(String stage, String path) {
    return EventShape.of(Target.AWS_HTTP).of(get(path)).put("requestContext.stage", stage);
  }
}
