package io.flexservices.hooks.validation;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import java.util.Collections;
import java.util.List;

/** See {@link Validation#validateSchema}. */
final class SchemaHook implements Hook {
  private final CompiledSchema schema;
  private final SchemaOptions options;

  SchemaHook(CompiledSchema schema, SchemaOptions options) {
    this.schema = schema;
    this.options = options;
  }

  @Override
  public void run(HookContext context) {
    List<?> rows =
        context.items() instanceof List<?> list ? list : Collections.singletonList(context.items());
    Object errors = null;
    for (int row = 0; row < rows.size(); row++) {
      for (SchemaError error : schema.check(rows.get(row), row, rows.size())) {
        errors = options.errors().add(errors, error);
      }
    }
    if (errors != null) {
      throw HookException.badRequest("Data does not match schema", errors);
    }
  }
}
