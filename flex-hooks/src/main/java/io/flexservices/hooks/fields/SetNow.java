package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.ContextValue;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.internal.Paths;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets fields to the time. */
record SetNow(Clock clock, ContextValue<? extends Collection<String>> fields) implements Hook {
  /**
   * With three digits for the milliseconds, as dates look in the JSON that Kinvey's clients read.
   */
  private static final DateTimeFormatter ISO_MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  SetNow {
    requireNonNull(clock, "clock == null");
  }

  @Override
  public void run(HookContext context) throws Exception {
    String now = ISO_MILLISECONDS.format(clock.instant());
    Collection<String> names = fields.of(context);
    for (Map<String, @Nullable Object> item : context.records()) {
      names.forEach(name -> Paths.set(item, name, now));
    }
  }
}
