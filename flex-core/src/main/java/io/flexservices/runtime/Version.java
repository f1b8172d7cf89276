package io.flexservices.runtime;

/**
 * The version of this library, as {@code flex.version()} gives it; a test holds it to the build's.
 */
final class Version {
  static final String VALUE = "0.1.0-SNAPSHOT";

  private Version() {}
}
