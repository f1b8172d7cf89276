package io.flexservices.hooks.control;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.Records;

/** The records of the service that is called. */
final class OwnRecords {
  private OwnRecords() {}

  /**
   * Those records.
   *
   * @param label the hook that asks for them, for the message
   * @throws IllegalStateException where they were not registered
   */
  static Records of(HookContext context, String label) {
    Records records = context.service();
    if (records == null) {
      throw new IllegalStateException(
          "The '%s' hook needs the records of \"%s\": register them among the services by that name."
              .formatted(label, context.path()));
    }
    return records;
  }
}
