package io.flexservices.hooks.validation;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.json.JsonObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hooks that check values, and refuse a call with what is wrong with them. */
public final class Validation {
  private Validation() {}

  /**
   * Checks what is to be written, before {@code create}, {@code update} or {@code patch}. Where
   * something is wrong the call is refused: a {@code BadRequest} whose errors are the validator's.
   * Each record of a list is checked, and its errors have its place before the name: {@code
   * 1.email}. What is no record, or not there at all, is refused as well.
   *
   * <pre>{@code
   * validate((values, context) -> values.get("name") == null ? Map.of("name", "Missing.") : null)
   * }</pre>
   */
  public static Hook validate(Validator validator) {
    return new ValidatorHook(requireNonNull(validator, "validator == null"));
  }

  /**
   * Checks what is to be written, before {@code create}, {@code update} or {@code patch}, without
   * holding up the thread. The records of a list are checked one after the other.
   *
   * <pre>{@code
   * validateAsync((values, context) -> isTaken(values.get("email")).thenApply(taken -> {
   *   if (taken) {
   *     throw HookException.badRequest("Values already taken.", Map.of("email", "Already taken."));
   *   }
   *   return null;
   * }))
   * }</pre>
   */
  public static Hook validateAsync(AsyncValidator validator) {
    return Hook.async(new AsyncValidatorHook(requireNonNull(validator, "validator == null")));
  }

  /**
   * A validator out of one that tells a callback. Errors refuse the call as those of {@link
   * #validate} do. The first call of the callback counts, or what is thrown before it; a callback
   * that is never called leaves the request to its deadline.
   *
   * <pre>{@code
   * validateAsync(callbackToPromise((values, callback) -> callback.call(null, trimmed(values))))
   * }</pre>
   */
  public static AsyncValidator callbackToPromise(CallbackValidator validator) {
    requireNonNull(validator, "validator == null");
    return (Map<String, @Nullable Object> values, HookContext context) -> {
      CompletableFuture<@Nullable Map<String, ?>> outcome = new CompletableFuture<>();
      try {
        validator.validate(
            values,
            (errors, sanitized) -> {
              if (errors == null || errors.isEmpty()) {
                outcome.complete(sanitized);
              } else {
                outcome.completeExceptionally(refusal(errors));
              }
            });
      } catch (Exception e) {
        outcome.completeExceptionally(e);
      }
      return outcome;
    };
  }

  /** As {@link #validateSchema(JsonObject, SchemaOptions)}, by the schema's text. */
  public static Hook validateSchema(String schema) {
    return validateSchema(JsonObject.parse(requireNonNull(schema, "schema == null")));
  }

  /** As {@link #validateSchema(JsonObject, SchemaOptions)}, by the default options. */
  public static Hook validateSchema(JsonObject schema) {
    return validateSchema(schema, SchemaOptions.defaults());
  }

  /**
   * Checks every item by a JSON Schema: what is to be written before a method, or its result after
   * it. Where one does not match, the call is refused: a {@code BadRequest}, "Data does not match
   * schema", whose errors are what {@link SchemaOptions#withAddNewError} makes of them.
   *
   * <p>The schema's own {@code $schema} says which draft it is of, 2020-12 where it does not. It
   * stands alone: what a {@code $ref} would load from elsewhere is refused. Numbers are compared by
   * their exact value. Regular expressions are those of RE2, matched in time that grows with the
   * text alone; they have no look-around and no back references.
   *
   * <p>Needs com.networknt:json-schema-validator on the class path.
   *
   * @throws IllegalArgumentException where the schema is no valid one
   * @throws IllegalStateException where the library is missing
   */
  public static Hook validateSchema(JsonObject schema, SchemaOptions options) {
    requireNonNull(schema, "schema == null");
    requireNonNull(options, "options == null");
    try {
      return new SchemaHook(CompiledSchema.of(schema.asMap(), options.isChecked()), options);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "validateSchema needs com.networknt:json-schema-validator on the class path; add the"
              + " dependency to the service",
          e);
    }
  }

  /** The message is that of the hook documents, where there is none but the errors. */
  static HookException refusal(Map<String, ?> errors) {
    return HookException.badRequest("Error", errors);
  }
}
