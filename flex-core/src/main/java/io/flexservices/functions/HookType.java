package io.flexservices.functions;

/** When Kinvey calls a function. */
public enum HookType {
  /** Before the request reaches the data: the body and query that go on may be changed. */
  PRE("pre"),
  /** After the data answered: the response's body may be changed. */
  POST("post"),
  /** By itself, as an endpoint; what a request without a hook type is taken for. */
  CUSTOM_ENDPOINT("customEndpoint");

  private final String wireName;

  HookType(String wireName) {
    this.wireName = wireName;
  }

  /** The name in a request's {@code hookType}. */
  public String wireName() {
    return wireName;
  }
}
