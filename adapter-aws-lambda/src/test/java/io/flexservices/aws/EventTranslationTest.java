package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.Json;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.QueryParameters.Parameter;
import io.flexservices.spi.RequestRejected;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The event of every source becomes the same request. */
class EventTranslationTest {
  private static final String QUERY = "{\"a\":{\"$gt\":1}}";
  private static final Map<String, Object> BODY =
      Sample.object(Json.parse("{\"name\":\"Zoë\",\"price\":1.10}"));
  private static final Deadline DEADLINE = Deadline.in(Duration.ofMinutes(1));

  @Test
  void recognisesEverySource() {
    assertThat(Sample.values())
        .<Class<?>>extracting(sample -> source(sample.event()).getClass())
        .containsExactly(
            RestApi.class,
            RestApi.class,
            HttpApi.class,
            FunctionUrl.class,
            LoadBalancer.class,
            MultiValueLoadBalancer.class,
            DirectInvocation.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"text\"",
        "{\"key1\": \"value1\", \"key2\": \"value2\"}",
        "{\"version\": \"0\", \"id\": \"1\", \"detail-type\": \"Scheduled Event\", \"detail\": {}}",
        "{\"Records\": [{\"eventSource\": \"aws:sqs\"}]}",
        "{\"version\": \"2.0\", \"requestContext\": null}",
        "{\"version\": 2.0, \"requestContext\": {\"http\": {}}}",
        "{\"httpMethod\": 1, \"requestContext\": {}}",
        "{\"requestContext\": {\"elb\": null}}",
        "{\"requestContext\": \"text\"}",
        "{\"method\": \"GET\"}",
        "{\"path\": \"/\"}",
        "{\"method\": \"GET\", \"path\": null}",
        "{\"method\": 1, \"path\": 2}"
      })
  void recognisesNothingElse(String event) {
    assertThat(EventSources.of(EventObject.of(Json.parse(event)))).isNull();
  }

  @Test
  void recognisesMultiValueModeByEitherMember() {
    Map<String, Object> event = Sample.MULTI_VALUE_LOAD_BALANCER.event();
    event.put("multiValueHeaders", null);
    assertThat(source(event)).isInstanceOf(MultiValueLoadBalancer.class);
    event.put("multiValueQueryStringParameters", null);
    assertThat(source(event)).isInstanceOf(LoadBalancer.class);
    event.put("multiValueHeaders", Map.of());
    assertThat(source(event)).isInstanceOf(MultiValueLoadBalancer.class);
  }

  @ParameterizedTest
  @EnumSource
  void givesMethodAndPath(Sample sample) {
    FlexRequest request = request(sample.event());

    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.path().segments()).containsExactly("widgets", "a b");
    assertThat(request.deadline()).isSameAs(DEADLINE);
  }

  @ParameterizedTest
  @EnumSource
  void capitalisesTheMethod(Sample sample) {
    assertThat(request(sample.event("put", "/widgets/1")).method()).isEqualTo("PUT");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HTTP_API")
  void decodesThePathOnce(Sample sample) {
    assertThat(request(sample.event("GET", "/widgets/a%2Fb%2541+%E2%82%AC")).path().segments())
        .containsExactly("widgets", "a/b%41+€");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HTTP_API")
  void refusesBadEscapesInThePath(Sample sample) {
    assertRejected(sample.event("GET", "/widgets/%zz"), "The path has an escape that is not %XX");
    assertRejected(sample.event("GET", "/widgets/%FF"), "The path has escapes that are not UTF-8");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LOAD_BALANCER")
  void keepsRepeatedQueryParametersInOrder(Sample sample) {
    assertThat(request(sample.event()).query().all())
        .containsExactly(
            new Parameter("query", QUERY), new Parameter("tag", "x"), new Parameter("tag", "y,z"));
  }

  @Test
  void takesTheOneValueThatASingleValueLoadBalancerPassesOn() {
    assertThat(request(Sample.LOAD_BALANCER.event()).query().all())
        .containsExactly(new Parameter("query", QUERY), new Parameter("tag", "y,z"));
  }

  @ParameterizedTest
  @EnumSource(names = {"REST_API", "HTTP_API_PAYLOAD_1"})
  void leavesQueryParametersThatAreDecodedAlone(Sample sample) {
    Map<String, Object> event = sample.event();
    event.put("multiValueQueryStringParameters", Map.of("a+b", List.of("50%25 + 1")));
    assertThat(request(event).query().all()).containsExactly(new Parameter("a+b", "50%25 + 1"));
  }

  @Test
  void decodesNamesAndValuesOfALoadBalancersQueryParameters() {
    Map<String, Object> single = Sample.LOAD_BALANCER.event();
    single.put("queryStringParameters", Map.of("a%5Bb%5D", "1+%2B%201"));
    Map<String, Object> multi = Sample.MULTI_VALUE_LOAD_BALANCER.event();
    multi.put("multiValueQueryStringParameters", Map.of("a%5Bb%5D", List.of("1+%2B%201")));

    assertThat(request(single).query().all()).containsExactly(new Parameter("a[b]", "1 + 1"));
    assertThat(request(multi).query().all()).containsExactly(new Parameter("a[b]", "1 + 1"));
  }

  @Test
  void refusesBadEscapesInEncodedQueries() {
    Map<String, Object> loadBalancer = Sample.LOAD_BALANCER.event();
    loadBalancer.put("queryStringParameters", Map.of("a", "%"));
    Map<String, Object> httpApi = Sample.HTTP_API.event();
    httpApi.put("rawQueryString", "a=%zz");
    Map<String, Object> direct = Sample.DIRECT.event("GET", "/widgets?a=%zz");

    for (Map<String, Object> event : List.of(loadBalancer, httpApi, direct)) {
      assertRejected(event, "The query string has an escape that is not %XX");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REST_API", "HTTP_API_PAYLOAD_1"})
  void fallsBackToSingleValues(Sample sample) {
    for (Object nothing : Arrays.asList(null, Map.of())) {
      Map<String, Object> event = sample.event();
      event.put("multiValueHeaders", nothing);
      event.put("multiValueQueryStringParameters", nothing);
      FlexRequest request = request(event);

      assertThat(request.headers().first("x-kinvey-username")).isEqualTo("ada@example.com");
      assertThat(request.query().all())
          .containsExactly(new Parameter("query", QUERY), new Parameter("tag", "y,z"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_API", "FUNCTION_URL"})
  void readsTheRawQueryAndNotTheMapBesideIt(Sample sample) {
    Map<String, Object> event = sample.event();
    event.put("rawQueryString", "");
    assertThat(request(event).query().isEmpty()).isTrue();
    event.put("rawQueryString", null);
    assertThat(request(event).query().all())
        .containsExactly(new Parameter("query", QUERY), new Parameter("tag", "x,y,z"));
  }

  @ParameterizedTest
  @EnumSource
  void leavesHeadersThatHoldJsonUnsplit(Sample sample) {
    FlexHeaders headers = request(sample.event()).headers();

    assertThat(headers.all())
        .filteredOn(header -> header.name().equalsIgnoreCase("X-Kinvey-App-Metadata"))
        .extracting(FlexHeaders.Header::value)
        .containsExactly("{\"applicationId\":\"kid1\",\"blFlags\":{\"a\":1,\"b\":[2,3]}}");
    assertThat(headers.first("X-Kinvey-Original-Request-Headers"))
        .isEqualTo("{\"x-api-version\":\"3\",\"accept\":\"text/html, application/json\"}");
  }

  @ParameterizedTest
  @EnumSource
  void givesCookiesAsOneHeader(Sample sample) {
    assertThat(request(sample.event()).headers().all())
        .filteredOn(header -> header.name().equalsIgnoreCase("cookie"))
        .extracting(FlexHeaders.Header::value)
        .containsExactly("a=1; b=2");
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_API", "FUNCTION_URL"})
  void prefersTheCookieHeaderToTheArrayOfCookies(Sample sample) {
    Map<String, Object> event = sample.event();
    event.put("headers", Map.of("Cookie", "c=3"));
    assertThat(request(event).headers().all())
        .containsExactly(new FlexHeaders.Header("Cookie", "c=3"));
  }

  @ParameterizedTest
  @EnumSource(names = {"REST_API", "MULTI_VALUE_LOAD_BALANCER", "DIRECT"})
  void keepsEveryValueOfAHeader(Sample sample) {
    Map<String, Object> event = sample.event();
    event.put(
        sample == Sample.DIRECT ? "headers" : "multiValueHeaders",
        Map.of("X-Forwarded-For", List.of("192.0.2.1", "192.0.2.2, 192.0.2.3")));
    assertThat(request(event).headers().all())
        .extracting(FlexHeaders.Header::value)
        .containsExactly("192.0.2.1", "192.0.2.2, 192.0.2.3");
  }

  @ParameterizedTest
  @EnumSource
  void givesTheBody(Sample sample) {
    assertThat(request(sample.event()).body().json()).isEqualTo(BODY);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void decodesBase64WhereTheFlagSaysSo(Sample sample) {
    Map<String, Object> event = sample.event();
    String text = (String) event.get("body");
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    event.put("body", encoded);
    event.put("isBase64Encoded", true);
    assertThat(request(event).body().json()).isEqualTo(BODY);

    event.put("isBase64Encoded", false);
    assertThat(request(event).body().size()).isEqualTo(encoded.length());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void refusesMalformedBase64(Sample sample) {
    for (String malformed : List.of("{}", "abc€", "a", "YQ==YQ==")) {
      Map<String, Object> event = sample.event();
      event.put("body", malformed);
      event.put("isBase64Encoded", true);
      assertRejected(event, "The body in the event is said to be Base64 and is not");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void refusesABodyThatIsNoText(Sample sample) {
    Map<String, Object> event = sample.event();
    event.put("body", Map.of("a", 1));
    assertRejected(event, "The body in the event is not a text");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void takesMissingNullAndEmptyBodiesForNone(Sample sample) {
    Map<String, Object> event = sample.event();
    for (Object none : Arrays.asList(null, "")) {
      event.put("body", none);
      event.put("isBase64Encoded", true);
      assertThat(request(event).body().isEmpty()).isTrue();
    }
    event.remove("body");
    event.remove("isBase64Encoded");
    assertThat(request(event).body().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void survivesGapsAndStrangersInEveryMap(Sample sample) {
    Map<String, Object> strangers = new LinkedHashMap<>();
    strangers.put("null", null);
    strangers.put("number", 5L);
    strangers.put("bool", true);
    strangers.put("object", Map.of("a", 1));
    strangers.put("list", new ArrayList<>(Arrays.asList("a", null, 2L, List.of(), Map.of())));
    for (Object value : Arrays.asList(null, Map.of(), "text", List.of(), 5L, strangers)) {
      Map<String, Object> event = sample.event("GET", "/widgets");
      for (String name :
          List.of(
              "headers",
              "multiValueHeaders",
              "queryStringParameters",
              "multiValueQueryStringParameters",
              "cookies",
              "pathParameters",
              "stageVariables")) {
        event.put(name, value);
      }
      FlexRequest request = request(event);

      assertThat(request.path().segments()).containsExactly("widgets");
      assertThat(request.headers().all())
          .extracting(FlexHeaders.Header::value)
          .containsExactlyElementsOf(
              value == strangers ? List.of("5", "true", "a", "2") : List.of());
    }
  }

  @ParameterizedTest
  @EnumSource
  void survivesMissingMaps(Sample sample) {
    Map<String, Object> event = sample.event("GET", "/widgets");
    event
        .keySet()
        .removeAll(
            List.of(
                "headers",
                "multiValueHeaders",
                "queryStringParameters",
                "multiValueQueryStringParameters",
                "cookies",
                "body",
                "isBase64Encoded"));
    FlexRequest request = request(event);

    assertThat(request.headers().all()).isEmpty();
    assertThat(request.query().isEmpty()).isTrue();
    assertThat(request.body().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DIRECT")
  void refusesAnEventWithoutAPath(Sample sample) {
    for (Object none : Arrays.asList(null, 5L)) {
      Map<String, Object> event = sample.event();
      event.put("path", none);
      event.put("rawPath", none);
      assertRejected(event, "The event has no path");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_API", "FUNCTION_URL", "LOAD_BALANCER", "MULTI_VALUE_LOAD_BALANCER"})
  void refusesAnEventWithoutAMethod(Sample sample) {
    Map<String, Object> event = sample.event();
    event.remove("httpMethod");
    Sample.object(event.get("requestContext")).computeIfPresent("http", (name, http) -> Map.of());
    assertRejected(event, "The event has no method");
  }

  @Test
  void keepsTheNameOfAStageInThePathOfARestApi() {
    assertThat(request(Sample.REST_API.event("GET", "/prod/1")).path().segments())
        .containsExactly("prod", "1");
  }

  @Test
  void takesAnyJsonValueForTheBodyOfADirectInvocation() {
    Map<String, Object> event = Sample.DIRECT.event();
    event.put("body", List.of(Map.of("a", 1L), Map.of("a", 2L)));
    assertThat(request(event).body().json()).isEqualTo(List.of(Map.of("a", 1L), Map.of("a", 2L)));
    event.put("body", "{\"a\": 1}");
    assertThat(request(event).body().json()).isEqualTo(Map.of("a", 1L));
    event.put("body", null);
    assertThat(request(event).body().isEmpty()).isTrue();
  }

  @Test
  void takesADirectBodyWithHalfASurrogatePair() {
    Object body = Json.parse("{\"a\": \"\\ud800\"}");
    Map<String, Object> event = Sample.DIRECT.event();
    event.put("body", body);
    assertThat(request(event).body().json()).isEqualTo(body);
  }

  private static void assertRejected(Map<String, Object> event, String debug) {
    assertThatThrownBy(() -> request(event))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected -> {
              assertThat(rejected.error().status()).isEqualTo(400);
              assertThat(rejected.error().debug()).isEqualTo(debug);
            });
  }

  private static FlexRequest request(Map<String, Object> event) {
    return source(event).request(EventObject.of(event), 1_000_000, DEADLINE);
  }

  private static EventSource source(Map<String, Object> event) {
    return EventSources.of(EventObject.of(event));
  }
}
