package io.flexservices.hooks.validation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How {@link Validation#validateSchema} checks. A value: every method returns another one. */
public final class SchemaOptions {
  private static final SchemaOptions DEFAULTS = new SchemaOptions(SchemaOptions::addText, true);

  private final SchemaErrors errors;
  private final boolean isChecked;

  private SchemaOptions(SchemaErrors errors, boolean isChecked) {
    this.errors = errors;
    this.isChecked = isChecked;
  }

  /** A list of {@link SchemaError#text texts}, and a schema that is checked. */
  public static SchemaOptions defaults() {
    return DEFAULTS;
  }

  /** With errors put together in another way. */
  public SchemaOptions withAddNewError(SchemaErrors errors) {
    return new SchemaOptions(requireNonNull(errors, "errors == null"), isChecked);
  }

  /**
   * Without a look at whether the schema is itself a valid one, by the schema of schemas. That
   * saves some 0.3 s of processor time at a cold start; a schema that says nothing, such as {@code
   * {"required": "name"}}, then goes unnoticed. Broken references and regular expressions do not.
   */
  public SchemaOptions withoutCheckOfSchema() {
    return new SchemaOptions(errors, false);
  }

  SchemaErrors errors() {
    return errors;
  }

  boolean isChecked() {
    return isChecked;
  }

  private static Object addText(@Nullable Object errors, SchemaError error) {
    List<@Nullable Object> texts =
        new ArrayList<>(errors instanceof List<?> earlier ? earlier : List.of());
    texts.add(error.text());
    return texts;
  }
}
