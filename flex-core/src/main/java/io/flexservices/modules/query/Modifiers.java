package io.flexservices.modules.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How results are presented: one for all parts of a joined query. */
final class Modifiers {
  List<String> fields = List.of();
  Map<String, @Nullable Object> sort = new LinkedHashMap<>();
  Number skip = 0L;
  @Nullable Number limit;

  /** A limit of null or zero is none. */
  boolean hasLimit() {
    return limit != null && limit.doubleValue() != 0 && !Numbers.isNaN(limit);
  }

  boolean hasSkip() {
    return skip.doubleValue() > 0;
  }
}
