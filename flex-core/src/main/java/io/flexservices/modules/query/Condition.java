package io.flexservices.modules.query;

import java.util.Map;

/** What a record must fulfil. */
@FunctionalInterface
interface Condition {
  boolean test(Map<?, ?> record);

  default Condition negated() {
    return record -> !test(record);
  }
}
