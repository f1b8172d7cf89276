package io.flexservices.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.data.DataEvent;
import io.flexservices.spi.RequestPath;
import io.flexservices.spi.RequestRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of routes. */
class RouterTest {
  @ParameterizedTest
  @CsvSource({
    "GET, /so, false, ON_GET_ALL,",
    "GET, /so/, false, ON_GET_ALL,",
    "GET, /so, true, ON_GET_BY_QUERY,",
    "GET, /so/, true, ON_GET_BY_QUERY,",
    "GET, /so/42, false, ON_GET_BY_ID, 42",
    "GET, /so/42, true, ON_GET_BY_ID, 42",
    "GET, /so/_count, false, ON_GET_COUNT,",
    "GET, /so/_count/, false, ON_GET_COUNT,",
    "GET, /so/_count, true, ON_GET_COUNT_BY_QUERY,",
    "HEAD, /so/42, false, ON_GET_BY_ID, 42",
    "POST, /so, false, ON_INSERT,",
    "POST, /so/, true, ON_INSERT,",
    "PUT, /so/42, false, ON_UPDATE, 42",
    "PUT, /so/_count, false, ON_UPDATE, _count",
    "DELETE, /so, false, ON_DELETE_ALL,",
    "DELETE, /so, true, ON_DELETE_BY_QUERY,",
    "DELETE, /so/42, false, ON_DELETE_BY_ID, 42",
    "DELETE, /so/42, true, ON_DELETE_BY_ID, 42",
    "DELETE, /so/_count, false, ON_DELETE_BY_ID, _count",
    "GET, /so/a%2Fb, false, ON_GET_BY_ID, a/b"
  })
  void matchesDataEvents(
      String method, String path, boolean hasQuery, DataEvent event, String entityId) {
    assertThat(match(method, path, hasQuery)).isEqualTo(new Route.Data("so", event, entityId));
  }

  @Test
  void matchesFunctionsLoginsDiscoveryAndHealth() {
    assertThat(match("POST", "/_flexFunctions/f", false)).isEqualTo(new Route.Function("f"));
    assertThat(match("POST", "/_flexFunctions/f/", true)).isEqualTo(new Route.Function("f"));
    assertThat(match("POST", "/_auth/a", false)).isEqualTo(new Route.Auth("a"));
    assertThat(match("POST", "/_command/discover", false)).isEqualTo(new Route.Discovery());
    assertThat(match("POST", "/_command/discover/", false)).isEqualTo(new Route.Discovery());
    assertThat(match("GET", "/healthcheck", false)).isEqualTo(new Route.Health());
    assertThat(match("GET", "/healthcheck/", true)).isEqualTo(new Route.Health());
    assertThat(match("HEAD", "/healthcheck", false)).isEqualTo(new Route.Health());
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /_flexFunctions/f, _flexFunctions, ON_GET_BY_ID, f",
    "PUT, /_flexFunctions/f, _flexFunctions, ON_UPDATE, f",
    "GET, /_command/discover, _command, ON_GET_BY_ID, discover",
    "GET, /_auth, _auth, ON_GET_ALL,",
    "POST, /_auth, _auth, ON_INSERT,",
    "POST, /healthcheck, healthcheck, ON_INSERT,",
    "GET, /healthcheck/1, healthcheck, ON_GET_BY_ID, 1"
  })
  void takesReservedNamesForServiceObjectsElsewhere(
      String method, String path, String name, DataEvent event, String entityId) {
    assertThat(match(method, path, false)).isEqualTo(new Route.Data(name, event, entityId));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "POST, /",
    "PUT, /",
    "DELETE, /",
    "POST, /so/1",
    "PUT, /so",
    "GET, /so/1/2",
    "DELETE, /so/1/2",
    "PUT, /so/1/2",
    "POST, /_flexFunctions",
    "POST, /_command",
    "POST, /_command/other",
    "POST, /_flexFunctions/f/g",
    "POST, /_auth/a/b",
    "GET, /so/_count/1",
    "GET, //so",
    "GET, /so//",
    "GET, /so//1",
    "POST, //so",
    "POST, /_auth//"
  })
  void knowsNoOtherRoute(String method, String path) {
    assertThatThrownBy(() -> match(method, path, false))
        .isInstanceOfSatisfying(
            RequestRejected.class,
            rejected -> {
              assertThat(rejected.error().status()).isEqualTo(404);
              assertThat(rejected.error().error()).isEqualTo("NotFound");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATCH", "OPTIONS", "TRACE", "get", "FOO", ""})
  void allowsNoMethodThatNoRouteKnows(String method) {
    for (String path : new String[] {"/so", "/healthcheck", "/a/b/c"}) {
      assertThatThrownBy(() -> match(method, path, false))
          .isInstanceOfSatisfying(
              RequestRejected.class,
              rejected -> {
                assertThat(rejected.error().status()).isEqualTo(405);
                assertThat(rejected.error().debug())
                    .isEqualTo(
                        "No route knows the method; allowed are GET, HEAD, POST, PUT, DELETE");
              });
    }
  }

  private static Route match(String method, String path, boolean hasQuery) {
    return Router.match(method, RequestPath.encoded(path).segments(), hasQuery);
  }
}
