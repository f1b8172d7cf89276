package io.flexservices.hooks.records;

import io.flexservices.hooks.HookException;

/** What records of all kinds refuse to write. */
final class WriteErrors {
  private WriteErrors() {}

  /** A replacement of several records. */
  static HookException noId() {
    return HookException.badRequest("Only the record of an id can be replaced, use 'patch'");
  }

  /** Data of another kind. */
  static HookException noRecord() {
    return HookException.badRequest("The data is neither a record nor a list of records");
  }
}
