package io.flexservices.hooks;

/** When a hook runs, by the names of the hook documents ({@code context.type}). */
public enum HookStage {
  /** Before the method: the data and the query may be changed. */
  BEFORE("before"),
  /** After the method succeeded: the result may be changed. */
  AFTER("after"),
  /** After the method or a hook failed: the error may be changed, or a result put in its place. */
  ERROR("error");

  private final String documentName;

  HookStage(String documentName) {
    this.documentName = documentName;
  }

  /** The name in the documents, for example {@code before}. */
  public String documentName() {
    return documentName;
  }
}
