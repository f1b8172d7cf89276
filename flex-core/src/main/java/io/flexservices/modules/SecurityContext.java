package io.flexservices.modules;

/** With what credentials a request was made. */
public enum SecurityContext {
  /** Those of a user: a session, or a name and a password. */
  USER("user"),
  /** The app key and the app secret. */
  APP("app"),
  /** The app key and the master secret. */
  MASTER("master"),
  /** None, or some that belong to nobody. */
  UNKNOWN("unknown");

  private final String wireName;

  SecurityContext(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the Flex SDK. */
  public String wireName() {
    return wireName;
  }
}
