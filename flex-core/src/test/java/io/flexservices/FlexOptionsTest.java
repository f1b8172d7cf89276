package io.flexservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.modules.AuthoritativeUsername;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Options, and what overrides them. */
class FlexOptionsTest {
  @Test
  void hasTheDocumentedDefaults() {
    FlexOptions defaults = FlexOptions.defaults();
    assertThat(defaults.sharedSecret()).isNull();
    assertThat(defaults.previousSharedSecret()).isNull();
    assertThat(defaults.host()).isEqualTo("localhost");
    assertThat(defaults.port()).isEqualTo(10001);
    assertThat(defaults.requestBodyLimit()).isEqualTo(26_214_400);
    assertThat(defaults.requestTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(defaults.stackTraces()).isFalse();
    assertThat(defaults.compression()).isFalse();
    assertThat(defaults.primingRounds()).isEqualTo(50);
  }

  @Test
  void changesOneOptionAtATime() {
    FlexOptions options =
        FlexOptions.defaults()
            .withSharedSecret("s")
            .withPreviousSharedSecret("p")
            .withHost("0.0.0.0")
            .withPort(0)
            .withRequestBodyLimit(1)
            .withRequestTimeout(Duration.ofMillis(5))
            .withStackTraces(true);
    assertThat(options.sharedSecret()).isEqualTo("s");
    assertThat(options.previousSharedSecret()).isEqualTo("p");
    assertThat(options.host()).isEqualTo("0.0.0.0");
    assertThat(options.port()).isZero();
    assertThat(options.requestBodyLimit()).isEqualTo(1);
    assertThat(options.requestTimeout()).isEqualTo(Duration.ofMillis(5));
    assertThat(options.stackTraces()).isTrue();
    assertThat(FlexOptions.defaults().port()).isEqualTo(10001);
  }

  @Test
  void keepsTheFinderOfAuthoritativeNamesWhateverElseChanges() {
    AuthoritativeUsername finder = modules -> "name";
    FlexOptions options = FlexOptions.defaults().withAuthoritativeUsername(finder);

    assertThat(
            List.of(
                options.withSharedSecret("s"),
                options.withPreviousSharedSecret("p"),
                options.withHost("0.0.0.0"),
                options.withPort(0),
                options.withRequestBodyLimit(1),
                options.withRequestTimeout(Duration.ofMillis(5)),
                options.withStackTraces(true)))
        .allMatch(changed -> finder.equals(changed.authoritativeUsername()));
    assertThat(options.withAuthoritativeUsername(null).authoritativeUsername()).isNull();
    assertThat(FlexOptions.defaults().authoritativeUsername()).isNull();
  }

  @Test
  void takesEverySettingFromTheEnvironmentAndFromProperties() {
    Map<FlexSetting, String> values = new EnumMap<>(FlexSetting.class);
    values.put(FlexSetting.SERVICE, "a.B");
    values.put(FlexSetting.SHARED_SECRET, "s");
    values.put(FlexSetting.PREVIOUS_SHARED_SECRET, "p");
    values.put(FlexSetting.HOST, "h");
    values.put(FlexSetting.PORT, "1");
    values.put(FlexSetting.REQUEST_BODY_LIMIT, "2");
    values.put(FlexSetting.REQUEST_TIMEOUT_MS, "3");
    values.put(FlexSetting.GATEWAY_TIMEOUT_MS, "4");
    values.put(FlexSetting.HANDLER_LIMIT, "5");
    values.put(FlexSetting.STACK_TRACES, "true");
    values.put(FlexSetting.COMPRESS, "true");
    values.put(FlexSetting.PRIMING_ROUNDS, "0");
    Map<String, String> environment = new java.util.HashMap<>();
    Map<String, String> properties = new java.util.HashMap<>();
    values.forEach((setting, value) -> environment.put(setting.environmentVariable(), value));
    values.forEach((setting, value) -> properties.put(setting.systemProperty(), value));
    for (FlexSettings settings :
        new FlexSettings[] {
          FlexSettings.of(Map.of(), environment), FlexSettings.of(properties, Map.of())
        }) {
      FlexOptions options = FlexOptions.defaults().overriddenBy(settings);
      assertThat(options.compression()).isTrue();
      assertThat(options.primingRounds()).isZero();
      assertThat(options.sharedSecret()).isEqualTo("s");
      assertThat(options.previousSharedSecret()).isEqualTo("p");
      assertThat(options.host()).isEqualTo("h");
      assertThat(options.port()).isEqualTo(1);
      assertThat(options.requestBodyLimit()).isEqualTo(2);
      assertThat(options.requestTimeout()).isEqualTo(Duration.ofMillis(3));
      assertThat(options.gatewayTimeout()).isEqualTo(Duration.ofMillis(4));
      assertThat(options.handlerLimit()).isEqualTo(5);
      assertThat(options.stackTraces()).isTrue();
    }
  }

  @Test
  void prefersPropertyToEnvironmentToCodeToDefault() {
    FlexOptions coded = FlexOptions.defaults().withPort(1).withHost("code");
    FlexSettings environment = FlexSettings.of(Map.of(), Map.of("FLEX_PORT", "2"));
    FlexSettings both = FlexSettings.of(Map.of("flex.port", "3"), Map.of("FLEX_PORT", "2"));
    assertThat(coded.overriddenBy(FlexSettings.of(Map.of(), Map.of())).port()).isEqualTo(1);
    assertThat(coded.overriddenBy(environment).port()).isEqualTo(2);
    assertThat(coded.overriddenBy(both).port()).isEqualTo(3);
    assertThat(coded.overriddenBy(both).host()).isEqualTo("code");
  }

  @Test
  void takesAnEmptySettingForNone() {
    FlexSettings empty =
        FlexSettings.of(Map.of("flex.port", ""), Map.of("FLEX_PORT", "2", "FLEX_HOST", ""));
    FlexOptions options = FlexOptions.defaults().overriddenBy(empty);
    assertThat(options.port()).isEqualTo(2);
    assertThat(options.host()).isEqualTo("localhost");
  }

  @Test
  void takesTheSourceOfTheSecretAndItsTimeToLive() {
    assertThat(FlexOptions.defaults().sharedSecretTtl()).isEqualTo(Duration.ofMinutes(5));
    assertThat(FlexOptions.defaults().hasSecretSource()).isFalse();
    FlexOptions options =
        FlexOptions.defaults()
            .overriddenBy(
                FlexSettings.of(
                    Map.of("flex.sharedSecretTtlSeconds", "60"),
                    Map.of("FLEX_SHARED_SECRET_SOURCE", "file:/x")));
    assertThat(options.sharedSecretSource()).isEqualTo("file:/x");
    assertThat(options.sharedSecretTtl()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.hasSecretSource()).isTrue();
    assertThat(options.isGuarded()).isTrue();
  }

  @Test
  void hasOneSourceOfTheSecretAtATime() {
    SecretSource own = () -> new SharedSecrets("s", null);
    FlexOptions coded = FlexOptions.defaults().withSharedSecretSource("file:/x");
    assertThat(coded.withSecretSource(own).sharedSecretSource()).isNull();
    assertThat(coded.withSecretSource(own).withSharedSecretSource("file:/y").secretSource())
        .isNull();
    assertThat(coded.withSecretSource(null).isGuarded()).isFalse();
  }

  @Test
  void letsSettingsReplaceTheSecretOfTheCodeByASourceAndTheOtherWayRound() {
    FlexSettings source = FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET_SOURCE", "file:/x"));
    FlexSettings secret = FlexSettings.of(Map.of(), Map.of("FLEX_SHARED_SECRET", "s"));

    FlexOptions fetched =
        FlexOptions.defaults()
            .withSharedSecret("coded")
            .withPreviousSharedSecret("old")
            .overriddenBy(source);
    assertThat(fetched.sharedSecret()).isNull();
    assertThat(fetched.previousSharedSecret()).isNull();
    assertThat(fetched.sharedSecretSource()).isEqualTo("file:/x");

    FlexOptions fixed =
        FlexOptions.defaults().withSharedSecretSource("file:/y").overriddenBy(secret);
    assertThat(fixed.hasSecretSource()).isFalse();
    assertThat(fixed.sharedSecret()).isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SHARED_SECRET_TTL_SECONDS | 0 | The setting FLEX_SHARED_SECRET_TTL_SECONDS"
            + " (flex.sharedSecretTtlSeconds) has no valid value: sharedSecretTtl is not within a"
            + " second and a year: PT0S",
        "PORT | x | The setting FLEX_PORT (flex.port) has no valid value: For input string: \"x\"",
        "PORT | 65536 | The setting FLEX_PORT (flex.port) has no valid value: port is not within 0"
            + " and 65535: 65536",
        "PORT | -1 | The setting FLEX_PORT (flex.port) has no valid value: port is not within 0 and"
            + " 65535: -1",
        "REQUEST_BODY_LIMIT | 0 | The setting FLEX_REQUEST_BODY_LIMIT (flex.requestBodyLimit) has"
            + " no valid value: requestBodyLimit is not within 1 and 2147483639: 0",
        "REQUEST_BODY_LIMIT | 2147483640 | The setting FLEX_REQUEST_BODY_LIMIT"
            + " (flex.requestBodyLimit) has no valid value: requestBodyLimit is not within 1 and"
            + " 2147483639: 2147483640",
        "REQUEST_TIMEOUT_MS | 0 | The setting FLEX_REQUEST_TIMEOUT_MS (flex.requestTimeoutMs) has"
            + " no valid value: requestTimeout <= 0: PT0S",
        "REQUEST_TIMEOUT_MS | 1s | The setting FLEX_REQUEST_TIMEOUT_MS (flex.requestTimeoutMs) has"
            + " no valid value: For input string: \"1s\"",
        "STACK_TRACES | yes | The setting FLEX_STACK_TRACES (flex.stackTraces) has no valid value:"
            + " neither true nor false: yes",
        "BASE_PATHS | /v1, v2 | The setting FLEX_BASE_PATHS (flex.basePaths) has no valid value: not"
            + " a base path such as /v1 or /kinvey/flex: v2"
      })
  void namesTheSettingThatHasNoValidValue(FlexSetting setting, String value, String message) {
    FlexSettings settings = FlexSettings.of(Map.of(), Map.of(setting.environmentVariable(), value));
    assertThatThrownBy(() -> FlexOptions.defaults().overriddenBy(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @EnumSource(FlexSetting.class)
  void namesEverySettingInBothStyles(FlexSetting setting) {
    assertThat(setting.environmentVariable()).isEqualTo("FLEX_" + setting.name());
    assertThat(
            setting
                .systemProperty()
                .replaceAll("([A-Z])", "_$1")
                .toUpperCase(java.util.Locale.ROOT))
        .isEqualTo("FLEX." + setting.name());
  }

  @Test
  void takesSeveralBasePathsFromOneSetting() {
    FlexSettings settings =
        FlexSettings.of(Map.of(), Map.of("FLEX_BASE_PATHS", "/v1, /kinvey/flex,"));
    assertThat(FlexOptions.defaults().basePaths()).isEmpty();
    assertThat(FlexOptions.defaults().overriddenBy(settings).basePaths())
        .containsExactly("/v1", "/kinvey/flex");
  }

  @Test
  void doesNotPrintSecrets() {
    assertThat(FlexOptions.defaults().withSharedSecret("s3cr3t").withPreviousSharedSecret("0ld"))
        .hasToString(
            "FlexOptions{host=localhost, port=10001, requestBodyLimit=26214400,"
                + " requestTimeout=PT1M, gatewayTimeout=null, handlerLimit=256,"
                + " stackTraces=false, compression=false, allowedBaasHosts=[],"
                + " basePaths=[], primingRounds=50}");
  }

  @Test
  void readsTheProcessItself() {
    assertThat(FlexSettings.ofProcess().get(FlexSetting.SERVICE)).isNull();
  }
}
