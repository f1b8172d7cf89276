/** What the authors of Flex services test them with. */
module io.flexservices.testkit {
  requires transitive io.flexservices.core;
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports io.flexservices.testkit;
}
