package io.flexservices.hooks.validation;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** See {@link Validation#validate}. */
final class ValidatorHook implements Hook {
  private final Validator validator;

  ValidatorHook(Validator validator) {
    this.validator = validator;
  }

  @Override
  public void run(HookContext context) throws Exception {
    List<Map<String, @Nullable Object>> records = ValidatedRecords.of(context);
    boolean isList = context.items() instanceof List<?>;
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      Map<String, ?> errors = validator.validate(records.get(i), context);
      if (errors != null) {
        String place = isList ? i + "." : "";
        errors.forEach((name, error) -> all.put(place + name, error));
      }
    }
    if (!all.isEmpty()) {
      throw Validation.refusal(all);
    }
  }
}
