package io.flexservices.hooks;

/** What a call does to records, by the names of the hook documents ({@code context.method}). */
public enum HookMethod {
  /** Reads the records of a query. */
  FIND("find"),
  /** Reads the record of an id. */
  GET("get"),
  /** Adds a record, or several. */
  CREATE("create"),
  /** Replaces the record of an id. */
  UPDATE("update"),
  /** Changes some fields of a record. */
  PATCH("patch"),
  /** Removes the record of an id, or those of a query. */
  REMOVE("remove");

  private final String documentName;

  HookMethod(String documentName) {
    this.documentName = documentName;
  }

  /** The name in the documents, for example {@code find}. */
  public String documentName() {
    return documentName;
  }
}
