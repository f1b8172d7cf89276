package io.flexservices.benchmarks.function;

/** Who takes part, and what a table calls it. */
enum Role {
  FLOOR("constant handler"),
  FIXTURE("Flex"),
  FLOOR_ARCHIVE("constant handler, class data archive"),
  FIXTURE_ARCHIVE("Flex, class data archive"),
  FLOOR_25("constant handler, JDK 25"),
  FIXTURE_25("Flex, JDK 25"),
  FLOOR_25_CACHE("constant handler, JDK 25, AOT cache"),
  FIXTURE_25_CACHE("Flex, JDK 25, AOT cache"),
  BUNDLE("Flex, bundle"),
  BUNDLE_C1("Flex, bundle, C1 alone"),
  FEW_HANDLERS("Flex, 10 handlers"),
  MANY_HANDLERS("Flex, 10,000 handlers"),
  STREAMS("Jackson's streams by hand"),
  TREE("Jackson's tree by hand"),
  HTTP4K("http4k"),
  NODE("Node Flex SDK");

  private final String words;

  Role(String words) {
    this.words = words;
  }

  /** Whether it does the job; the others say always the same. */
  boolean answers() {
    return this != floor();
  }

  /** The least that could be done on the same JVM, with the same kind of archive. */
  Role floor() {
    return switch (this) {
      case FLOOR_ARCHIVE, FIXTURE_ARCHIVE -> FLOOR_ARCHIVE;
      case FLOOR_25, FIXTURE_25, BUNDLE, BUNDLE_C1 -> FLOOR_25;
      case FLOOR_25_CACHE, FIXTURE_25_CACHE -> FLOOR_25_CACHE;
      default -> FLOOR;
    };
  }

  String words() {
    return words;
  }
}
