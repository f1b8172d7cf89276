package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.Checks.refused;
import static io.flexservices.conformance.platforms.Checks.saw;
import static io.flexservices.conformance.platforms.ClientRequest.get;
import static io.flexservices.conformance.platforms.PlatformCase.ALL;
import static io.flexservices.conformance.platforms.PlatformCase.FUNCTIONS;
import static io.flexservices.conformance.platforms.PlatformCase.LOAD_BALANCERS;
import static io.flexservices.conformance.platforms.PlatformCase.PAYLOAD_2;
import static io.flexservices.conformance.platforms.PlatformCase.that;

import io.flexservices.conformance.platform.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Query strings: each name and value decoded once, none split, none lost. */
final class QueryCases implements CaseGroup {
  private static final String BAD = "BadRequest";

  @Override
  public String title() {
    return "Query strings";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        that("`?query={\"x\":\"a=b\"}`, as it is")
            .holds(get("/seen?query={\"x\":\"a=b\"}"), sawQuery("query", "{\"x\":\"a=b\"}")),
        that("`?query={\"x\":\"a=b\"}`, encoded")
            .holds(
                get("/seen?query=%7B%22x%22%3A%22a%3Db%22%7D"),
                sawQuery("query", "{\"x\":\"a=b\"}")),
        that("`?a=1&a=1` has two values")
            .holds(get("/seen?a=1&a=1"), saw("query", "{'a':['1','1']}"))
            .insteadOn(
                Target.AWS_ALB, "the last one", get("/seen?a=1&a=1"), saw("query", "{'a':'1'}")),
        that("`?a=1,2` has one value, and differs from `?a=1&a=2`")
            .holds(get("/seen?a=1,2"), saw("query", "{'a':'1,2'}")),
        that("`?x` and `?x=` are queries").holdsOn(ALL, QueryCases::emptyValues),
        that("`?` is none").holds(get("/seen?"), saw("event", "'onGetAll'")),
        that("`%2B` is a plus, `+` a space, `%2520` is `%20`")
            .holds(
                get("/seen?a=%2B&b=+&c=%2520&d%2Be=%25"),
                saw("query", "{'a':'+','b':' ','c':'%20','d+e':'%'}")),
        that("letters beyond ASCII, encoded")
            .holds(get("/seen?n%C3%A4me=%E2%82%AC%F0%9F%98%80"), saw("query", "{'näme':'€😀'}")),
        that("an encoded ampersand and equals sign divide nothing")
            .holds(get("/seen?a=1%26b%3D2"), saw("query", "{'a':'1&b=2'}")),
        that("the order of names is kept")
            .holds(get("/seen?z=1&a=2&m=3"), saw("query", "{'z':'1','a':'2','m':'3'}"))
            .insteadOn(
                Target.AWS_REST,
                "the gateway promises none",
                get("/seen?z=1&a=2&m=3"),
                saw("event", "'onGetByQuery'")),
        that("an escape that is malformed, or no UTF-8, is 400")
            .holdsOn(
                ALL,
                caller -> {
                  refused(400, BAD).accept(caller.send(get("/seen?a=%zz")));
                  refused(400, BAD).accept(caller.send(get("/seen?a=%2")));
                  refused(400, BAD).accept(caller.send(get("/seen?a=%FF")));
                })
            // It hands decoded parameters over.
            .notOn(Target.AWS_REST),
        that("a count has its query")
            .holds(
                get("/seen/_count?query=%7B%7D"),
                saw("event", "'onGetCountByQuery'").andThen(sawQuery("query", "{}"))),
        that("`?a[b][c]=1&l[]=2` makes objects and arrays")
            .holds(get("/seen?a[b][c]=1&l[]=2"), saw("query", "{'a':{'b':{'c':'1'}},'l':['2']}")),
        that("brackets nested more than 5 deep, or endlessly, are 400")
            .holdsOn(
                ALL,
                caller -> {
                  refused(400, BAD).accept(caller.send(get("/seen?a[b][c][d][e][f][g]=1")));
                  refused(400, BAD)
                      .accept(caller.send(get("/seen?a" + "[b]".repeat(2_000) + "=1")));
                  refused(400, BAD).accept(caller.send(get("/seen?" + "[]".repeat(3_000) + "=1")));
                }),
        that("brackets that never close are a name")
            .holds(
                get("/seen?" + "[".repeat(4_000) + "=1"),
                saw("query", "{'" + "[".repeat(4_000) + "':'1'}")),
        that("a huge index makes no huge array")
            .holds(
                get("/seen?a[999999999]=x&b[2147483648]=y"),
                saw("query", "{'a':{'999999999':'x'},'b':{'2147483648':'y'}}")),
        that("more than 1,000 parameters are 400")
            .holdsOn(
                ALL,
                caller -> {
                  refused(400, BAD).accept(caller.send(get("/seen?" + "a&".repeat(1_001))));
                  saw("event", "'onGetByQuery'")
                      .accept(caller.send(get("/seen?" + "a&".repeat(999))));
                })
            .insteadOn(
                Target.AWS_ALB,
                "the last one",
                get("/seen?" + "a&".repeat(1_001)),
                saw("query", "{'a':''}")),
        that("the map of single values alone will do")
            .holdsOn(
                Set.of(Target.AWS_REST),
                get("/seen?a=1,2"),
                event -> event.put("multiValueQueryStringParameters", null),
                saw("query", "{'a':'1,2'}")),
        that("the map of many values alone will do")
            .holdsOn(
                Set.of(Target.AWS_REST),
                get("/seen?a=1&a=1"),
                event -> event.remove("queryStringParameters"),
                saw("query", "{'a':['1','1']}")),
        that("`rawQueryString` counts and not the map beside it")
            .holdsOn(
                PAYLOAD_2,
                get("/seen?a=1&a=2"),
                event -> event.put("queryStringParameters", Map.of("b", "3")),
                saw("query", "{'a':['1','2']}")),
        that("the map of a load balancer is decoded once")
            .holdsOn(
                LOAD_BALANCERS, get("/seen?a%5Bb%5D=%252C"), saw("query", "{'a':{'b':'%2C'}}")),
        that("an event without a query is served: its members are null or missing")
            .holdsOn(FUNCTIONS, QueryCases::withoutMembers));
  }

  private static java.util.function.Consumer<Reply> sawQuery(String name, String value) {
    return saw("query", "{'" + name + "':'" + value.replace("\"", "\\\"") + "'}");
  }

  private static void emptyValues(Caller caller) throws Exception {
    for (String target : List.of("/seen?x", "/seen?x=")) {
      Reply reply = caller.send(get(target));
      saw("event", "'onGetByQuery'").andThen(saw("query", "{'x':''}")).accept(reply);
    }
  }

  private static void withoutMembers(Caller caller) throws Exception {
    List<String> members =
        List.of("queryStringParameters", "multiValueQueryStringParameters", "rawQueryString");
    Event missing = EventShape.of(caller.target()).of(get("/seen"));
    Event none = EventShape.of(caller.target()).of(get("/seen"));
    members.forEach(missing::remove);
    members.forEach(member -> none.put(member, null));
    saw("event", "'onGetAll'").accept(caller.event(missing));
    saw("event", "'onGetAll'").accept(caller.event(none));
  }
}
