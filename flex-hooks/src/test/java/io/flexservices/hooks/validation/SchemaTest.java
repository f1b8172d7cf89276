package io.flexservices.hooks.validation;

import static io.flexservices.hooks.validation.Validation.validateSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values checked by JSON Schema. */
class SchemaTest {
  private static final String NAMED =
      "{\"type\":\"object\",\"required\":[\"name\"],\"additionalProperties\":false,"
          + "\"properties\":{\"name\":{\"type\":\"string\",\"minLength\":3},"
          + "\"tags\":{\"items\":{\"type\":\"string\"}}}}";

  private static HookContext creating(@Nullable Object data) {
    return HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "users").data(data).build();
  }

  private static @Nullable Object errors(Hook hook, @Nullable Object data) {
    HookException refused =
        catchThrowableOfType(HookException.class, () -> hook.run(creating(data)));
    return refused == null ? null : refused.errors();
  }

  private static @Nullable Object errors(String schema, @Nullable Object value) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("a", value);
    return errors(validateSchema("{\"properties\":{\"a\":" + schema + "}}"), data);
  }

  @Test
  void refusesWhatDoesNotMatch() {
    HookException refused =
        catchThrowableOfType(
            HookException.class,
            () -> validateSchema(NAMED).run(creating(Json.parse("{\"name\":\"Al\",\"x\":1}"))));
    assertThat(refused).hasMessage("Data does not match schema");
    assertThat(refused.kind()).isEqualTo(HookException.Kind.BAD_REQUEST);
    assertThat(refused.errors())
        .isEqualTo(
            List.of(
                "'name' must be at least 3 characters long",
                "property 'x' is not defined in the schema and the schema does not allow additional"
                    + " properties"));
  }

  @Test
  void goesOnWhereAllMatch() throws Exception {
    validateSchema(NAMED).run(creating(Json.parse("{\"name\":\"Ada\"}")));
    validateSchema(NAMED).run(creating(Json.parse("[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]")));
  }

  @Test
  void checksEveryItemOfAListAndSaysWhichIsWrong() {
    Object data = Json.parse("[{\"name\":\"Ada\"},{\"name\":1},{\"name\":\"Bob\",\"tags\":[1]},7]");
    assertThat(errors(validateSchema(NAMED), data))
        .isEqualTo(
            List.of(
                "'in row 2 of 4, name' integer found, string expected",
                "'in row 3 of 4, tags[0]' integer found, string expected",
                "in row 4 of 4, integer found, object expected"));
  }

  @Test
  void checksResultsToo() {
    HookContext found = HookContext.of(HookStage.AFTER, HookMethod.FIND, "users").build();
    found.setResult(Json.parse("{\"total\":1,\"data\":[{}]}"));
    assertThatThrownBy(() -> validateSchema(NAMED).run(found))
        .isInstanceOf(HookException.class)
        .hasMessage("Data does not match schema");
  }

  @Test
  void doesNotPassACallWithoutData() {
    assertThat(errors(validateSchema(NAMED), null))
        .isEqualTo(List.of("null found, object expected"));
  }

  @Test
  void putsErrorsTogetherAsTheUserWants() {
    SchemaOptions options =
        SchemaOptions.defaults()
            .withAddNewError(
                (errors, error) -> {
                  List<Object> all =
                      new ArrayList<>(errors instanceof List<?> earlier ? earlier : List.of());
                  all.add(error.keyword() + "@" + error.path() + "#" + error.row());
                  return all;
                });
    Hook hook = validateSchema(JsonObject.parse(NAMED), options);
    assertThat(errors(hook, Json.parse("[{\"name\":\"Ada\"},{\"tags\":[1]}]")))
        .isEqualTo(List.of("type@tags[0]#1", "required@#1"));
  }

  @Test
  void speaksEnglishWhateverTheLocaleOfTheProcess() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(errors(NAMED, Map.of()))
          .isEqualTo(List.of("'a' required property 'name' not found"));
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"maximum\":9007199254740993} | 9007199254740993 | true",
        "{\"maximum\":9007199254740993} | 9007199254740994 | false",
        "{\"maximum\":9007199254740993} | 9007199254740993.1 | false",
        "{\"multipleOf\":0.01} | 19.99 | true",
        "{\"multipleOf\":0.01} | 12345678901234567890.01 | true",
        "{\"multipleOf\":0.01} | 19.991 | false",
        "{\"type\":\"integer\"} | 1.0 | true",
        "{\"type\":\"integer\"} | 1e3 | true",
        "{\"type\":\"integer\"} | 1.5 | false",
        "{\"const\":1} | 1.0 | true",
        "{\"enum\":[0.1]} | 0.10 | true",
        "{\"enum\":[0.1]} | 0.1000000000000000055511151231257827 | false",
        "{\"uniqueItems\":true} | [1,1.0] | false",
        "{\"uniqueItems\":true} | [1,\"1\"] | true"
      })
  void comparesNumbersByTheirExactValue(String schema, String value, boolean matches) {
    assertThat(errors(schema, Json.parse(value)) == null).isEqualTo(matches);
  }

  @Test
  void takesNumbersOfEveryClass() {
    for (Number one : List.of(1, 1L, (short) 1, 1.0, 1f, BigInteger.ONE, new BigDecimal("1.00"))) {
      assertThat(errors("{\"const\":1,\"type\":\"integer\"}", one)).isNull();
    }
  }

  /** A remainder of such a number takes minutes. */
  @ParameterizedTest
  @ValueSource(strings = {"1e99999999", "1e-99999999", "-1e1002"})
  void refusesNumbersOutOfRange(String number) {
    assertThat(errors("{\"multipleOf\":0.01}", Json.parse(number)))
        .isEqualTo(List.of("holds a number that is out of range"));
  }

  @Test
  void refusesWhatIsNoNumberOfJson() {
    assertThat(errors("{}", Double.NaN)).isEqualTo(List.of("holds a number that is out of range"));
  }

  /** With the JDK's expressions this takes longer than the universe is old. */
  @Test
  void matchesExpressionsInTimeThatGrowsWithTheTextAlone() {
    String hostile = "a".repeat(50_000) + "!";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(errors("{\"pattern\":\"^(a+)+$\"}", hostile))
                .isEqualTo(List.of("'a' does not match the regex pattern ^(a+)+$")));
    assertThat(errors("{\"pattern\":\"b\"}", "abc")).isNull();
  }

  /** The library's own expressions for some formats descend with every character. */
  @Test
  void refusesTextsThatAreTooLongForTheirFormat() {
    assertThat(errors("{\"format\":\"uri-template\"}", "a".repeat(500_000)))
        .isEqualTo(List.of("is too long to be checked"));
  }

  @Test
  void checksFormats() {
    assertThat(errors("{\"format\":\"email\"}", "nobody"))
        .isEqualTo(
            List.of("'a' does not match the email pattern must be a valid RFC 5321 Mailbox"));
    assertThat(errors("{\"format\":\"date-time\"}", "2026-13-01T00:00:00Z")).isNotNull();
    assertThat(errors("{\"format\":\"date-time\"}", "2026-12-01T00:00:00Z")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"strng\"}",
        "{\"type\":5}",
        "{\"minLength\":\"x\"}",
        "{\"required\":\"name\"}",
        "{\"properties\":[]}",
        "{\"properties\":{\"a\":5}}",
        "{\"pattern\":\"(\"}",
        "{\"pattern\":\"(?=a)\"}",
        "{\"patternProperties\":{\"(\":{}}}",
        "{\"$ref\":\"#/$defs/none\"}",
        "{\"$schema\":\"http://example.com/own\"}",
        "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"strng\"}",
        "{\"multipleOf\":1e99999999}"
      })
  void refusesABrokenSchemaAtOnce(String schema) {
    assertThatThrownBy(() -> validateSchema(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The JSON schema cannot be used: ");
  }

  @Test
  void saysWhatIsWrongWithASchema() {
    assertThatThrownBy(() -> validateSchema("{\"required\":\"name\"}"))
        .hasMessage("The JSON schema cannot be used: 'required' string found, array expected");
    assertThatThrownBy(() -> validateSchema("{\"properties\":{\"a\":{\"pattern\":\"(?=a)\"}}}"))
        .hasMessageContaining("invalid or unsupported Perl syntax: `(?=`");
  }

  @Test
  void takesASchemaAsItIsWhereTheUserKnowsIt() {
    SchemaOptions unchecked = SchemaOptions.defaults().withoutCheckOfSchema();
    assertThat(validateSchema(JsonObject.parse("{\"required\":\"name\"}"), unchecked)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://json-schema.org/draft/2020-12/schema",
        "http://json-schema.org/draft-07/schema#",
        "http://json-schema.org/draft-04/schema#"
      })
  void knowsTheDrafts(String draft) {
    Hook hook = validateSchema("{\"$schema\":\"" + draft + "\",\"required\":[\"a\"]}");
    assertThat(errors(hook, Map.of())).isEqualTo(List.of("required property 'a' not found"));
  }

  @Test
  void followsReferencesWithinASchema() {
    Hook tree =
        validateSchema(
            "{\"$id\":\"https://example.com/tree\",\"type\":\"object\","
                + "\"properties\":{\"left\":{\"$ref\":\"#\"},\"right\":{\"$ref\":\"tree\"}}}");
    assertThat(errors(tree, Json.parse("{\"left\":{\"right\":{\"left\":1}}}")))
        .isEqualTo(List.of("'left.right.left' integer found, object expected"));
  }

  /** Whoever connects waits in the server's queue. */
  @Test
  @Timeout(60)
  void loadsNothingThatASchemaRefersTo(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("schema.json"), "{}");
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (String elsewhere :
          List.of(
              "http://127.0.0.1:" + server.getLocalPort() + "/schema",
              file.toUri().toString(),
              "classpath:draft/2020-12/schema",
              "resource:draft/2020-12/schema",
              "other.json")) {
        for (String schema :
            List.of(
                "{\"$ref\":\"%s\"}",
                "{\"properties\":{\"a\":{\"anyOf\":[{\"$ref\":\"%s#/x\"}]}}}",
                "{\"$schema\":\"%s\"}",
                "{\"$id\":\"%s\",\"$ref\":\"more\"}")) {
          assertThatThrownBy(() -> validateSchema(schema.formatted(elsewhere)))
              .as(schema.formatted(elsewhere))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageMatching(
                  ".*(is not allowed to be loaded\\.|is unrecognizable schema|is not a valid .id)");
        }
      }
      server.setSoTimeout(100);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
