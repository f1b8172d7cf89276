package io.flexservices.graphql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What does not fit together is refused when the service starts. */
class WiringTest {
  private static final String TYPES =
      "type Post { id: Int author: User notes: [String] } type User { id: Int } input Filter { a:"
          + " Int } scalar Any ";

  private static final Services SERVICES =
      Services.none()
          .withRecords("posts", MemoryRecords.of("id", List.of()))
          .withRecords("users", MemoryRecords.of("id", List.of()));

  @Test
  void refusesASchemaThatIsNone() {
    assertThatThrownBy(() -> FlexGraphQl.schema("type Query {").over(SERVICES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The GraphQL schema is wrong: ");
    assertThatThrownBy(() -> FlexGraphQl.schema("type Post { id: Int }").over(SERVICES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The GraphQL schema is wrong: ");
  }

  @Test
  void refusesToWrite() {
    refused(
            "type Query { posts: [Post] } type Mutation { add: Post }",
            endpoint -> endpoint.type("Post", "posts"))
        .hasMessage("The GraphQL schema has mutations or subscriptions; this endpoint only reads.");
  }

  @Test
  void refusesTypesThatHaveNoRecords() {
    refused("type Query { users: [User] }", endpoint -> endpoint)
        .hasMessage("Query.users gives User, whose records no service has.");
    refused("type Query { posts: [Post] }", endpoint -> endpoint.type("Ghost", "posts"))
        .hasMessage("The GraphQL schema has no object type Ghost.");
    refused("type Query { posts: [Post] }", endpoint -> endpoint.type("Post", "ghosts"))
        .hasMessage("There is no service \"ghosts\".");
  }

  @Test
  void refusesJoinsThatDoNotFit() {
    refusedJoin("Post.ghost", GraphQlJoin.toOne("a", "b"))
        .hasMessage("The GraphQL schema has no field Post.ghost.");
    refusedJoin("Post.author", GraphQlJoin.toOne("a", "b"))
        .hasMessage("Post.author gives User, whose records no service has.");
    refused(
            "type Query { posts: [Post] }",
            endpoint ->
                endpoint
                    .type("Post", "posts")
                    .type("User", "users")
                    .join("Post.author", GraphQlJoin.toMany("a", "b")))
        .hasMessage("Post.author is joined to many records, so it must be a list.");
    refusedJoin("author", GraphQlJoin.toOne("a", "b"))
        .hasMessage("A joined field is named Type.field, not author");
  }

  @Test
  void refusesArgumentsThatCouldBeMoreThanAValue() {
    refusedQuery("posts(ghost: Int): [Post]")
        .hasMessage("Query.posts takes ghost, but Post has no such field.");
    refusedQuery("posts(author: Filter): [Post]")
        .hasMessage("Query.posts takes author, which is neither a scalar of GraphQL nor an enum.");
    refusedQuery("posts(id: Any): [Post]")
        .hasMessage("Query.posts takes id, which is neither a scalar of GraphQL nor an enum.");
    refusedQuery("posts(limit: String): [Post]").hasMessage("Query.posts takes limit as Int.");
    refusedQuery("posts(sort: Int): [Post]").hasMessage("Query.posts takes sort as String.");
  }

  @Test
  void refusesLimitsThatAllowNothing() {
    assertThatThrownBy(() -> GraphQlOptions.defaults().maxDepth(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxDepth < 1: 0");
  }

  private static AbstractThrowableAssert<?, ?> refusedQuery(String field) {
    return refused("type Query { " + field + " }", endpoint -> endpoint.type("Post", "posts"));
  }

  private static AbstractThrowableAssert<?, ?> refusedJoin(String field, GraphQlJoin join) {
    return refused(
        "type Query { posts: [Post] }",
        endpoint -> endpoint.type("Post", "posts").join(field, join));
  }

  private static AbstractThrowableAssert<?, ?> refused(
      String query, UnaryOperator<FlexGraphQl.Builder> described) {
    return assertThatThrownBy(
            () -> described.apply(FlexGraphQl.schema(TYPES + query)).over(SERVICES))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
