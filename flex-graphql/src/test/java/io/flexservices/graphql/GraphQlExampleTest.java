package io.flexservices.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.FlexService;
import io.flexservices.functions.HookType;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.RecordsSources;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the page on GraphQL shows, over Kinvey's REST calls. */
@Timeout(60)
class GraphQlExampleTest {
  private static final FlexService SERVICE =
      flex -> {
        Services services =
            Services.none()
                .with("posts", RecordsSources.collection("posts"))
                .with("comments", RecordsSources.collection("comments"))
                .with("users", RecordsSources.userStore());

        flex.functions()
            .registerAsync(
                "graphql",
                FlexGraphQl.schema(
                        """
                        type Query { posts(userId: ID, limit: Int, sort: String): [Post!]! }
                        type Post { _id: ID!  body: String  userId: ID  author: User
                                    comments: [Comment!]! }
                        type Comment { _id: ID!  text: String  author: User }
                        type User { _id: ID!  name: String }
                        """)
                    .type("Post", "posts")
                    .type("Comment", "comments")
                    .type("User", "users")
                    .join("Post.author", GraphQlJoin.toOne("userId", "_id"))
                    .join("Post.comments", GraphQlJoin.toMany("_id", "postId"))
                    .join("Comment.author", GraphQlJoin.toOne("userId", "_id"))
                    .options(GraphQlOptions.defaults().maxDepth(6))
                    .over(services));
      };

  @Test
  void threeCollectionsAreReadByThreeRequests() {
    try (FakeBackend backend = FakeBackend.start().otherwise(GraphQlExampleTest::answer);
        FlexTestClient client = FlexTestClient.of(SERVICE).withBackend(backend)) {
      String query =
          "{ posts(limit: 9) { _id author { name } comments { text author { name } } } }";
      FlexTestResponse response =
          client
              .function("graphql")
              .hook(HookType.CUSTOM_ENDPOINT)
              .body(Map.of("query", query))
              .send();

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.json().path("response.body.data.posts.0"))
          .isEqualTo(
              JsonObject.parse(
                  """
                  {"_id": "p1", "author": {"name": "John"},
                   "comments": [{"text": "first", "author": {"name": "John"}},
                                {"text": "second", "author": null}]}
                  """));
      assertThat(backend.calls()).hasSize(3);
    }
  }

  private static FakeAnswer answer(FakeCall call) {
    return FakeAnswer.json(
        200,
        call.path().contains("/posts")
            ? List.of(Map.of("_id", "p1", "userId", "u1"), Map.of("_id", "p2", "userId", "u1"))
            : call.path().contains("/comments")
                ? List.of(
                    Map.of("_id", "c1", "postId", "p1", "text", "first", "userId", "u1"),
                    Map.of("_id", "c2", "postId", "p1", "text", "second"))
                : List.of(Map.of("_id", "u1", "name", "John")));
  }
}
