package io.flexservices.local.lambda;

/**
 * The settings of the JDK's HTTP server, which the Runtime API is served with. It reads them from
 * system properties when its first class is loaded, and has no other way to be told.
 */
final class ServerProperties {
  private ServerProperties() {}

  /**
   * Sets those that are not set. In a process that has used the JDK's server before, they come too
   * late: every event then takes some 40 ms more.
   */
  static void set() {
    // Headers and body are two packets; without this the second waits for the first one's receipt.
    setDefault("sun.net.httpserver.nodelay", "true");
    // The runtime interface client describes an exception in a header of up to 1 MiB.
    setDefault("sun.net.httpserver.maxReqHeaderSize", "2097152");
  }

  private static void setDefault(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
