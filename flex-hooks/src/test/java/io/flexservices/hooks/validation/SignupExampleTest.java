package io.flexservices.hooks.validation;

import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.validation.Validation.callbackToPromise;
import static io.flexservices.hooks.validation.Validation.validate;
import static io.flexservices.hooks.validation.Validation.validateAsync;
import static io.flexservices.hooks.validation.Validation.validateSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The example of the page on validation: a user signs up. */
class SignupExampleTest {
  private static final String SIGNUP_SCHEMA =
      """
      {
        "type": "object",
        "required": ["name", "username", "password", "confirmPassword", "email"],
        "additionalProperties": false,
        "properties": {
          "name": {"type": "string", "minLength": 8, "maxLength": 30},
          "username": {"type": "string", "pattern": "^[a-zA-Z0-9]{5,30}$"},
          "password": {"$ref": "#/$defs/password"},
          "confirmPassword": {"$ref": "#/$defs/password"},
          "email": {"type": "string", "format": "email"}
        },
        "$defs": {
          "password": {"type": "string", "pattern": "^[a-zA-Z0-9 ]+$", "minLength": 8}
        }
      }
      """;

  private static final Pattern NAME = Pattern.compile("[ a-zA-Z]{8,30}");

  // Validations of the client, run again by the server.
  private static Map<String, String> signup(Map<String, @Nullable Object> values) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (!NAME.matcher(String.valueOf(values.get("name")).trim()).matches()) {
      errors.put("name", "Name must be 8 or more letters or spaces.");
    }
    if (!Objects.equals(values.get("password"), values.get("confirmPassword"))) {
      errors.put("confirmPassword", "Passwords do not match.");
    }
    return errors;
  }

  private static CompletionStage<@Nullable Map<String, ?>> signupAsync(
      Map<String, @Nullable Object> values) {
    if ("taken@example.com".equals(values.get("email"))) {
      return CompletableFuture.failedStage(
          HookException.badRequest("Values already taken.", Map.of("email", "Already taken.")));
    }
    return CompletableFuture.completedStage(null);
  }

  // A validation of the server, by a callback.
  private static void serverSignup(
      Map<String, @Nullable Object> values, CallbackValidator.Callback callback) {
    Map<String, String> sanitized = new LinkedHashMap<>();
    values.forEach((field, value) -> sanitized.put(field, String.valueOf(value).trim()));
    callback.call(null, sanitized);
  }

  private static String hash(Object password) {
    return "hash of " + password; // your own: bcrypt, Argon2
  }

  private static final Hook HASH_PASSWORD =
      context -> context.setValueAt("data.password", hash(context.valueAt("data.password")));

  private static final HookSet HOOKS =
      HookSet.none()
          .before(
              HookMethod.CREATE,
              validateSchema(SIGNUP_SCHEMA),
              validate((values, context) -> signup(values)),
              validateAsync((values, context) -> signupAsync(values)),
              validateAsync(callbackToPromise(SignupExampleTest::serverSignup)),
              discard("confirmPassword"),
              HASH_PASSWORD);

  private static Map<String, @Nullable Object> form() {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("name", "Ada Lovelace ");
    form.put("username", "adalove");
    form.put("password", "analytical 1");
    form.put("confirmPassword", "analytical 1");
    form.put("email", "ada@example.com");
    return form;
  }

  private static @Nullable Object created(Map<String, @Nullable Object> form) {
    return HookedCall.run(
            HOOKS,
            HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "users").data(form).build(),
            context -> CompletableFuture.completedStage(context.data()))
        .thenApply(HookContext::result)
        .toCompletableFuture()
        .join();
  }

  private static HookException refusal(String field, String value) {
    Map<String, @Nullable Object> form = form();
    form.put(field, value);
    CompletionException failed =
        catchThrowableOfType(CompletionException.class, () -> created(form));
    return (HookException) failed.getCause();
  }

  @Test
  void writesWhatIsValidTidyAndWithoutWhatIsNotForTheDatabase() {
    assertThat(Json.text(created(form())))
        .isEqualTo(
            "{\"name\":\"Ada Lovelace\",\"username\":\"adalove\",\"password\":\"hash of analytical"
                + " 1\",\"email\":\"ada@example.com\"}");
  }

  @Test
  void refusesByTheSchemaFirst() {
    HookException refused = refusal("username", "a b");
    assertThat(refused).hasMessage("Data does not match schema");
    assertThat(Json.text(refused.errors()))
        .isEqualTo("[\"'username' does not match the regex pattern ^[a-zA-Z0-9]{5,30}$\"]");
  }

  @Test
  void refusesByTheValidationsOfTheClient() {
    assertThat(Json.text(refusal("confirmPassword", "something 1").errors()))
        .isEqualTo("{\"confirmPassword\":\"Passwords do not match.\"}");
    assertThat(Json.text(refusal("name", "Ada L0velace").errors()))
        .isEqualTo("{\"name\":\"Name must be 8 or more letters or spaces.\"}");
  }

  @Test
  void refusesWhatIsTaken() {
    HookException refused = refusal("email", "taken@example.com");
    assertThat(refused).hasMessage("Values already taken.");
    assertThat(refused.errors()).isEqualTo(Map.of("email", "Already taken."));
    assertThat(Json.text(refused.toKinveyError().debug()))
        .isEqualTo(
            "{\"message\":\"Values already taken.\",\"errors\":{\"email\":\"Already taken.\"}}");
  }
}
