package io.flexservices.graphql;

/**
 * What an endpoint lets its clients do. A value: every method returns another one.
 *
 * @param maxDepth how many fields may be inside each other
 * @param maxComplexity how many fields a query may name in all, those of its fragments each time
 *     that they are used
 * @param maxRecords how many records a field of {@code Query} gives at most, and where its query
 *     names no {@code limit}
 * @param introspection whether clients may ask for the schema
 */
public record GraphQlOptions(
    int maxDepth, int maxComplexity, int maxRecords, boolean introspection) {
  private static final GraphQlOptions DEFAULTS = new GraphQlOptions(15, 200, 1000, false);

  /** Checks the arguments. */
  public GraphQlOptions {
    positive("maxDepth", maxDepth);
    positive("maxComplexity", maxComplexity);
    positive("maxRecords", maxRecords);
  }

  /** 15 levels, 200 fields, 1,000 records, no introspection. */
  public static GraphQlOptions defaults() {
    return DEFAULTS;
  }

  /** With another limit of {@link #maxDepth}. */
  public GraphQlOptions maxDepth(int levels) {
    return new GraphQlOptions(levels, maxComplexity, maxRecords, introspection);
  }

  /** With another limit of {@link #maxComplexity}. */
  public GraphQlOptions maxComplexity(int fields) {
    return new GraphQlOptions(maxDepth, fields, maxRecords, introspection);
  }

  /** With another limit of {@link #maxRecords}. */
  public GraphQlOptions maxRecords(int records) {
    return new GraphQlOptions(maxDepth, maxComplexity, records, introspection);
  }

  /** With introspection, as the tools of developers want it, or without. */
  public GraphQlOptions introspection(boolean allowed) {
    return new GraphQlOptions(maxDepth, maxComplexity, maxRecords, allowed);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " < 1: " + value);
    }
  }
}
