package io.flexservices.graphql;

/**
 * What an endpoint lets its clients do. A value: every method returns another one.
 *
 * @param maxDepth how many fields may be inside each other
 * @param maxComplexity how many fields a query may name in all, those of its fragments each time
 *     that they are used
 * @param maxRecords how many records a field of {@code Query} gives at most, and where its query
 *     names no {@code limit}
 * @param maxNodes how many records an answer holds at most in all, each one counted as often as it
 *     is there
 * @param introspection whether clients may ask for the schema
 */
public record GraphQlOptions(
    int maxDepth, int maxComplexity, int maxRecords, int maxNodes, boolean introspection) {
  private static final GraphQlOptions DEFAULTS = new GraphQlOptions(15, 200, 1000, 10_000, false);

  /** Checks the arguments. */
  public GraphQlOptions {
    positive("maxDepth", maxDepth);
    positive("maxComplexity", maxComplexity);
    positive("maxRecords", maxRecords);
    positive("maxNodes", maxNodes);
  }

  /** 15 levels, 200 fields, 1,000 records of a query, 10,000 in an answer, no introspection. */
  public static GraphQlOptions defaults() {
    return DEFAULTS;
  }

  /** With another limit of {@link #maxDepth}. */
  public GraphQlOptions maxDepth(int levels) {
    return new GraphQlOptions(levels, maxComplexity, maxRecords, maxNodes, introspection);
  }

  /** With another limit of {@link #maxComplexity}. */
  public GraphQlOptions maxComplexity(int fields) {
    return new GraphQlOptions(maxDepth, fields, maxRecords, maxNodes, introspection);
  }

  /** With another limit of {@link #maxRecords}. */
  public GraphQlOptions maxRecords(int records) {
    return new GraphQlOptions(maxDepth, maxComplexity, records, maxNodes, introspection);
  }

  /** With another limit of {@link #maxNodes}. */
  public GraphQlOptions maxNodes(int records) {
    return new GraphQlOptions(maxDepth, maxComplexity, maxRecords, records, introspection);
  }

  /** With introspection, as the tools of developers want it, or without. */
  public GraphQlOptions introspection(boolean allowed) {
    return new GraphQlOptions(maxDepth, maxComplexity, maxRecords, maxNodes, allowed);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " < 1: " + value);
    }
  }
}
