package io.flexservices.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexOptions;
import io.flexservices.json.Json;
import io.flexservices.modules.query.Query;
import io.flexservices.testing.OneRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModulesTest {
  private static final String MASTER = "Basic a2lkX3Rlc3Q6bWFzdGVyc2Vj";
  private static final String FALLBACK =
      "getAuthoritativeUsername() gives the authenticated username, because Kinvey sends no other;"
          + " to find it yourself set FlexOptions.withAuthoritativeUsername";

  @Test
  void knowTheAppAndItsCredentials() {
    assertThat(found(new OneRequest().app(), modules -> credentials(modules.backendContext())))
        .isEqualTo(List.of("kid_test", "appsec", "mastersec"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "5", "[1]", "null", "{\"_id\":7,\"appsecret\":null}"})
  void takeMetadataThatIsMalformedForNone(String metadata) {
    OneRequest request = new OneRequest().header("X-Kinvey-App-Metadata", metadata);

    assertThat(found(request, modules -> credentials(modules.backendContext())))
        .isEqualTo(Arrays.asList(null, null, null));
    assertThat(found(request, modules -> modules.kinveyEntity().entity("x").get("_acl")))
        .isEqualTo(Map.of());
    assertThat(found(request, modules -> modules.requestContext().getSecurityContext()))
        .isEqualTo("UNKNOWN");
  }

  @Test
  void showNoSecretWhereTheAppIsPrinted() {
    OneRequest request = new OneRequest().app().original("authorization", MASTER);

    String answer =
        request.text(
            modules -> {
              BackendContext app = modules.backendContext();
              return List.of(app, app.toString(), modules.toString());
            });

    assertThat(answer)
        .contains("{\"appKey\":\"kid_test\"}", "BackendContext{appKey=kid_test}")
        .doesNotContain("appsec", "mastersec");
  }

  @Test
  void makeEntitiesOfTheAppAtTheTimeOfTheService() {
    assertThat(found(new OneRequest().app(), modules -> modules.kinveyEntity().entity("x")))
        .isEqualTo(
            Map.of(
                "_id", "x",
                "_acl", Map.of("creator", "kid_test"),
                "_kmd",
                    Map.of("ect", "2026-01-02T03:04:05.678Z", "lmt", "2026-01-02T03:04:05.678Z")));
  }

  @Test
  void areMadeOnceForARequest() {
    assertThat(
            found(
                new OneRequest().app(),
                modules ->
                    modules.kinveyEntity() == modules.kinveyEntity()
                        && modules.requestContext() == modules.requestContext()
                        && modules.tempObjectStore() == modules.tempObjectStore()))
        .isEqualTo(true);
  }

  @Test
  void haveAllThatTheFlexSdkGivesToAHandler() {
    List<Object> all =
        new OneRequest()
            .app()
            .run(
                modules ->
                    List.of(
                        modules.backendContext(),
                        modules.dataStore(),
                        modules.email(),
                        modules.endpointRunner(),
                        modules.groupStore(),
                        modules.kinveyDate(),
                        modules.kinveyEntity(),
                        modules.push(),
                        modules.requestContext(),
                        modules.roleStore(),
                        modules.tempObjectStore(),
                        modules.userStore(),
                        new Query()));

    assertThat(all).hasSize(13).doesNotHaveDuplicates();
  }

  @Test
  void convertDates() {
    assertThat(
            found(
                new OneRequest(), modules -> modules.kinveyDate().toKinveyDateString("2013-05-08")))
        .isEqualTo("ISODate(\"2013-05-08T00:00:00.000Z\")");
  }

  @Test
  void knowTheUserOfTheRequest() {
    OneRequest request = ann().app().original("authorization", "Kinvey abc.def");

    assertThat(found(request, ModulesTest::user)).isEqualTo(List.of("u1", "ann", "user"));
  }

  @Test
  void takeTheAppForTheUserWhereItsCredentialsMadeTheRequest() {
    OneRequest request = new OneRequest().app();

    assertThat(found(request.original("authorization", MASTER), ModulesTest::user))
        .isEqualTo(List.of("kid_test", "", "master"));
    assertThat(
            found(
                request.original("authorization", "Basic a2lkX3Rlc3Q6YXBwc2Vj"), ModulesTest::user))
        .isEqualTo(List.of("kid_test", "", "app"));
    assertThat(found(request.original("authorization", "Kinvey abc"), ModulesTest::user))
        .isEqualTo(List.of("", "", "user"));
  }

  @Test
  void takeTheUserThatKinveyNamesWhateverTheCredentials() {
    assertThat(found(ann().app().original("authorization", MASTER), ModulesTest::user))
        .isEqualTo(List.of("u1", "ann", "master"));
  }

  @Test
  void giveTheAuthenticatedNameForTheAuthoritativeOneAndSaySoOnce() {
    OneRequest request = ann().times(3);

    assertThat(found(request, modules -> modules.requestContext().getAuthoritativeUsername()))
        .isEqualTo("ann");
    assertThat(request.log())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.string("message")).isEqualTo(FALLBACK);
              assertThat(line.string("level")).isEqualTo("warning");
            });
  }

  @Test
  void findTheAuthoritativeNameByTheOption() {
    OneRequest request =
        ann()
            .options(
                FlexOptions.defaults()
                    .withAuthoritativeUsername(
                        modules -> modules.requestContext().getAuthenticatedUserId() + "@corp"));

    assertThat(found(request, modules -> modules.requestContext().getAuthoritativeUsername()))
        .isEqualTo("u1@corp");
    assertThat(request.log()).isEmpty();
  }

  @Test
  void giveTheAuthenticatedNameWhereTheOptionFindsNone() {
    OneRequest request =
        ann().options(FlexOptions.defaults().withAuthoritativeUsername(modules -> null));

    assertThat(found(request, modules -> modules.requestContext().getAuthoritativeUsername()))
        .isEqualTo("ann");
    assertThat(request.log()).isEmpty();
  }

  @Test
  void knowTheVersionOfTheClientApp() {
    OneRequest request = new OneRequest().original("X-Kinvey-Client-App-Version", "1.2.3");

    assertThat(found(request, modules -> modules.requestContext().clientAppVersion().stringValue()))
        .isEqualTo("1.2.3");
  }

  @Test
  void readAndSetCustomRequestProperties() {
    OneRequest request =
        new OneRequest()
            .original("X-Kinvey-Custom-Request-Properties", "{\"first\":1,\"object\":{\"a\":1}}");

    assertThat(
            found(
                request,
                modules -> {
                  RequestContext context = modules.requestContext();
                  context.setCustomRequestProperty("first", 2);
                  context.setCustomRequestProperty("empty", "");
                  context.setCustomRequestProperty("false", false);
                  context.setCustomRequestProperty("null", null);
                  context.setCustomRequestProperty("special", "b\u00e1r");
                  context.setCustomRequestProperty("undefined", 1);
                  return Stream.of(
                          "first",
                          "object",
                          "empty",
                          "false",
                          "null",
                          "special",
                          "undefined",
                          "none")
                      .map(context::getCustomRequestProperty)
                      .toList();
                }))
        .isEqualTo(Arrays.asList(2L, Map.of("a", 1L), "", false, null, "b\u00e1r", 1L, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "7"})
  void takeCustomRequestPropertiesThatAreMalformedForNone(String properties) {
    OneRequest request =
        new OneRequest().original("x-kinvey-custom-request-properties", properties);

    assertThat(found(request, modules -> modules.requestContext().getCustomRequestProperties()))
        .isEqualTo(Map.of());
  }

  private static OneRequest ann() {
    return new OneRequest().header("X-Kinvey-Username", "ann").header("X-Kinvey-User-Id", "u1");
  }

  private static List<Object> credentials(BackendContext app) {
    return Arrays.asList(app.getAppKey(), app.getAppSecret(), app.getMasterSecret());
  }

  private static List<Object> user(Modules modules) {
    RequestContext context = modules.requestContext();
    return List.of(
        context.getAuthenticatedUserId(),
        context.getAuthenticatedUsername(),
        context.getSecurityContext().wireName());
  }

  /** The answer in plain values. */
  private static Object found(OneRequest request, Function<Modules, Object> f) {
    return Json.parse(Json.text(request.answer(f)));
  }
}
