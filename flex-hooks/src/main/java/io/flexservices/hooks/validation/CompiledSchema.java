package io.flexservices.hooks.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A schema that was understood as a whole. Safe for use from several threads at once. */
final class CompiledSchema {
  private final JsonSchema schema;

  private CompiledSchema(JsonSchema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema; nothing is loaded that it refers to.
   *
   * @param isChecked whether it must match the schema of schemas
   * @throws IllegalArgumentException where it cannot be used
   */
  static CompiledSchema of(Map<String, ?> members, boolean isChecked) {
    try {
      JsonNode document = JsonNodes.of(members);
      SchemaValidatorsConfig config = config();
      VersionFlag draft =
          SpecVersionDetector.detectOptionalVersion(document, true).orElse(VersionFlag.V202012);
      JsonSchema schema =
          JsonSchemaFactory.getInstance(
                  draft,
                  factory ->
                      factory.schemaLoaders(
                          loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
              .getSchema(document, config);
      schema.initializeValidators();
      if (isChecked) {
        check(document, draft, config);
      }
      return new CompiledSchema(schema);
    } catch (JsonSchemaException | PatternSyntaxException | ArithmeticException e) {
      throw refused(e.getMessage(), e);
    }
  }

  /** What of an item does not match. */
  List<SchemaError> check(@Nullable Object item, int row, int rows) {
    List<SchemaError> errors = new ArrayList<>();
    try {
      for (ValidationMessage message : schema.validate(JsonNodes.of(item))) {
        errors.add(
            new SchemaError(path(message), message.getType(), message.getError(), row, rows));
      }
    } catch (ArithmeticException e) {
      errors.add(new SchemaError("", "type", "holds a number that is out of range", row, rows));
    } catch (StackOverflowError e) { // some formats descend with every character of a text
      errors.add(new SchemaError("", "format", "is too long to be checked", row, rows));
    }
    return errors;
  }

  private static void check(JsonNode document, VersionFlag draft, SchemaValidatorsConfig config) {
    Collection<ValidationMessage> errors =
        JsonSchemaFactory.getInstance(draft)
            .getSchema(SchemaLocation.of(draft.getId()), config)
            .validate(document);
    for (ValidationMessage error : errors) {
      throw refused("'" + path(error) + "' " + error.getError(), null);
    }
  }

  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder()
        .formatAssertionsEnabled(true)
        .locale(Locale.ENGLISH)
        .pathType(PathType.LEGACY)
        .regularExpressionFactory(LinearExpression::of)
        .build();
  }

  /** Without the sign for the item itself. */
  private static String path(ValidationMessage message) {
    String path = message.getInstanceLocation().toString();
    return path.substring(path.startsWith("$.") ? 2 : 1);
  }

  private static IllegalArgumentException refused(
      @Nullable String reason, @Nullable Throwable cause) {
    return new IllegalArgumentException("The JSON schema cannot be used: " + reason, cause);
  }
}
