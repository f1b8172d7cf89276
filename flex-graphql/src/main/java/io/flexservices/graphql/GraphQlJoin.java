package io.flexservices.graphql;

import static java.util.Objects.requireNonNull;

/**
 * Which records a field of a type stands for: those whose field has the value that the record has
 * in one of its own. The values of all records are asked for by one call.
 *
 * @param parentField the field of the record that holds the key, or a list of keys; a path with
 *     dots
 * @param childField the field of the joined records that holds the key
 * @param toMany whether a key leads to a list of records, in place of one
 */
public record GraphQlJoin(String parentField, String childField, boolean toMany) {
  /** Checks the arguments. */
  public GraphQlJoin {
    requireNonNull(parentField, "parentField == null");
    requireNonNull(childField, "childField == null");
  }

  /** Each key leads to one record: an author by {@code toOne("userId", "_id")}. */
  public static GraphQlJoin toOne(String parentField, String childField) {
    return new GraphQlJoin(parentField, childField, false);
  }

  /** Each key leads to several: comments by {@code toMany("_id", "postId")}. */
  public static GraphQlJoin toMany(String parentField, String childField) {
    return new GraphQlJoin(parentField, childField, true);
  }
}
