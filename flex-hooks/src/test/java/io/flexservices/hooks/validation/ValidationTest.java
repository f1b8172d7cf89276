package io.flexservices.hooks.validation;

import static io.flexservices.hooks.validation.Validation.callbackToPromise;
import static io.flexservices.hooks.validation.Validation.validate;
import static io.flexservices.hooks.validation.Validation.validateAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validators by function. */
class ValidationTest {
  private static final Validator NAMED =
      (values, context) -> values.get("name") == null ? Map.of("name", "Missing.") : null;

  private static HookContext creating(String data) {
    return HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "users")
        .data(Json.parse(data))
        .build();
  }

  private static HookContext ran(Hook hook, String data) throws Exception {
    HookContext context = creating(data);
    hook.run(context);
    return context;
  }

  private static HookException refusal(Hook hook, String data) {
    return catchThrowableOfType(HookException.class, () -> ran(hook, data));
  }

  @Test
  void refusesWithTheErrorsOfTheValidator() {
    HookException refused = refusal(validate(NAMED), "{}");
    assertThat(refused).hasMessage("Error");
    assertThat(refused.kind()).isEqualTo(HookException.Kind.BAD_REQUEST);
    assertThat(refused.errors()).isEqualTo(Map.of("name", "Missing."));
  }

  @Test
  void goesOnWhereThereAreNoErrors() throws Exception {
    assertThat(ran(validate(NAMED), "{\"name\":\"Ada\"}").data()).isEqualTo(Map.of("name", "Ada"));
    assertThat(ran(validate((values, context) -> Map.of()), "{}").data()).isEqualTo(Map.of());
  }

  @Test
  void givesTheContextToTheValidator() {
    Hook hook = validate((values, context) -> Map.of("path", context.path()));
    assertThat(refusal(hook, "{}").errors()).isEqualTo(Map.of("path", "users"));
  }

  @Test
  void checksEveryRecordOfAListAndSaysWhichIsWrong() {
    HookException refused = refusal(validate(NAMED), "[{\"name\":\"Ada\"},{},{}]");
    assertThat(refused.errors()).isEqualTo(Map.of("1.name", "Missing.", "2.name", "Missing."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7", "\"text\"", "[{\"name\":\"Ada\"},7]", "[null]", "[[{}]]"})
  void refusesWhatIsNoRecord(String data) {
    Hook async = validateAsync((values, context) -> CompletableFuture.completedStage(null));
    for (Hook hook : List.of(validate((values, context) -> null), async)) {
      assertThat(refusal(hook, data))
          .hasMessage("Expected an object, or a list of objects. (validate)");
    }
  }

  @Test
  void isForWritesOnly() {
    HookContext find = HookContext.of(HookStage.BEFORE, HookMethod.FIND, "users").build();
    assertThatThrownBy(() -> validate(NAMED).run(find))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The 'validate' hook can only be used on the '[\"create\",\"update\",\"patch\"]' service"
                + " method(s).");
    HookContext after = HookContext.of(HookStage.AFTER, HookMethod.CREATE, "users").build();
    assertThatThrownBy(() -> validate(NAMED).run(after))
        .hasMessage("The 'validate' hook can only be used as a 'before' hook.");
  }

  @Test
  void passesOnWhatAValidatorThrows() {
    Exception own = new Exception("own");
    Validator throwing =
        (values, context) -> {
          throw own;
        };
    assertThatThrownBy(() -> ran(validate(throwing), "{}")).isSameAs(own);
    AsyncValidator failing = (values, context) -> CompletableFuture.failedStage(own);
    assertThatThrownBy(() -> ran(validateAsync(failing), "{}")).isSameAs(own);
    AsyncValidator throwingFirst =
        (values, context) -> {
          throw own;
        };
    assertThatThrownBy(() -> ran(validateAsync(throwingFirst), "{}")).isSameAs(own);
  }

  @Test
  void writesTheSanitizedValuesOfAnAsynchronousValidator() throws Exception {
    Hook hook =
        validateAsync(
            (values, context) ->
                CompletableFuture.completedStage(
                    values.containsKey("name") ? Map.of("name", "tidy") : null));
    HookContext one = ran(hook, "{\"name\":\" tidy \"}");
    assertThat(one.data()).isEqualTo(Map.of("name", "tidy"));
    one.setValueAt("data.more", "may be changed");
    assertThat(ran(hook, "[{\"a\":1},{\"name\":\" tidy \"}]").data())
        .isEqualTo(List.of(Map.of("a", 1L), Map.of("name", "tidy")));
    assertThat(ran(hook, "{\"a\":1}").data()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void waitsForAnAsynchronousValidatorWithoutAThread() throws Exception {
    CompletableFuture<@Nullable Map<String, @Nullable Object>> first = new CompletableFuture<>();
    List<Object> begun = new ArrayList<>();
    Hook hook =
        validateAsync(
            (values, context) -> {
              begun.add(values);
              return first;
            });
    HookContext context = creating("[{\"a\":1},{\"a\":2}]");
    CompletableFuture<?> started = hook.start(context).toCompletableFuture();
    assertThat(started).isNotDone();
    assertThat(begun).hasSize(1);
    first.complete(null);
    assertThat(started).isCompleted();
    assertThat(begun).hasSize(2);
  }

  @Test
  void takesLongListsWithoutALongStack() throws Exception {
    Hook hook = validateAsync((values, context) -> CompletableFuture.completedStage(null));
    String data = "[" + "{},".repeat(100_000) + "{}]";
    assertThat((List<?>) ran(hook, data).data()).hasSize(100_001);
  }

  @Test
  void takesTheOutcomeFromACallback() throws Exception {
    Hook tidy = validateAsync(callbackToPromise((values, done) -> done.call(null, Map.of("a", 2))));
    assertThat(ran(tidy, "{\"a\":1}").data()).isEqualTo(Map.of("a", 2));
    Hook fine = validateAsync(callbackToPromise((values, done) -> done.call(Map.of(), null)));
    assertThat(ran(fine, "{\"a\":1}").data()).isEqualTo(Map.of("a", 1L));
    Hook wrong =
        validateAsync(
            callbackToPromise((values, done) -> done.call(Map.of("a", "Wrong."), new HashMap<>())));
    HookException refused = refusal(wrong, "{}");
    assertThat(refused).hasMessage("Error");
    assertThat(refused.errors()).isEqualTo(Map.of("a", "Wrong."));
  }

  @Test
  void countsTheFirstCallOfACallbackOrWhatIsThrownBeforeIt() throws Exception {
    Hook twice =
        validateAsync(
            callbackToPromise(
                (values, done) -> {
                  done.call(null, Map.of("a", "first"));
                  done.call(Map.of("a", "Wrong."), null);
                  throw new IllegalStateException("too late");
                }));
    assertThat(ran(twice, "{}").data()).isEqualTo(Map.of("a", "first"));
    IllegalStateException own = new IllegalStateException("own");
    Hook throwing =
        validateAsync(
            callbackToPromise(
                (values, done) -> {
                  throw own;
                }));
    assertThatThrownBy(() -> ran(throwing, "{}")).isSameAs(own);
  }

  @Test
  void isNotDoneUntilTheCallbackIsCalled() throws Exception {
    AtomicReference<CallbackValidator.Callback> kept = new AtomicReference<>();
    Hook hook = validateAsync(callbackToPromise((values, done) -> kept.set(done)));
    CompletableFuture<?> started = hook.start(creating("{}")).toCompletableFuture();
    assertThat(started).isNotDone();
    kept.get().call(Map.of("a", "Wrong."), null);
    assertThatThrownBy(started::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(HookException.class);
  }
}
