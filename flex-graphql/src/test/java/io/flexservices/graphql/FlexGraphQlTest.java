package io.flexservices.graphql;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import io.flexservices.functions.HookType;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The guide's posts, comments and users by GraphQL. */
@Timeout(60)
class FlexGraphQlTest {
  private static final String SCHEMA =
      """
      type Query {
        posts(id: [Int!], body: String, limit: Int, skip: Int, sort: String): [Post!]!
        post(id: Int!): Post
        users: [User]
      }
      type Post {
        id: Int!
        body: String
        author: User!
        starers: [User!]!
        comments: [Comment!]!
        reputation: [Reputation!]
        extra: Anything
      }
      type Comment { id: Int!  text: String  author: User  post: Post }
      type Reputation { points: Int  author: User }
      type User { id: Int!  name: String  posts: [Post!]! }
      scalar Anything
      """;

  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<HookParams> params = Collections.synchronizedList(new ArrayList<>());
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
  }

  @Test
  void joinsTheGuidesPostsByTwoCallsBesidesThatForThePosts() {
    FlexTestResponse response =
        ask(
            """
            { posts(sort: "id") {
                id body
                author { id name }
                starers { id name }
                reputation { points author { name } }
                comments { id text author { id name } } } }
            """);

    assertThat(response.status()).isEqualTo(200);
    JsonObject answer = answer(response);
    assertThat(answer.has("errors")).isFalse();
    assertThat(answer.path("data.posts.0"))
        .isEqualTo(
            JsonObject.parse(
                """
                {"id": 1, "body": "John post", "author": {"id": 101, "name": "John"},
                 "starers": [{"id": 102, "name": "Marshall"}, {"id": 103, "name": "Barbara"}],
                 "reputation": [{"points": 1, "author": {"name": "Marshall"}},
                                {"points": 2, "author": {"name": "Barbara"}}],
                 "comments": [
                   {"id": 11, "text": "first", "author": {"id": 102, "name": "Marshall"}},
                   {"id": 12, "text": "second", "author": {"id": 103, "name": "Barbara"}}]}
                """));
    assertThat(answer.path("data.posts.1"))
        .isEqualTo(
            JsonObject.parse(
                """
                {"id": 2, "body": "Marshall post", "author": {"id": 102, "name": "Marshall"},
                 "starers": [], "reputation": null, "comments": []}
                """));
    assertThat(calls).containsExactlyInAnyOrder("posts", "users", "comments");
  }

  @Test
  void makesOneCallForEachLevelAndLoaderWhereRecordsAreFoundLater() {
    FlexTestResponse response =
        ask(
            "{ users { name posts { body comments { text author { name } post { author { name } } }"
                + " } } }",
            Map.of(),
            FlexGraphQlTest::later);

    assertThat(answer(response).path("data.users.0.posts.0.comments.1.post.author.name"))
        .isEqualTo("John");
    assertThat(calls)
        .containsExactlyInAnyOrder(
            "users", "posts", "comments", "users", "posts", "users"); // two levels of authors
  }

  @Test
  void findsByArgumentsAndVariables() {
    FlexTestResponse response =
        ask(
            """
            query Some($ids: [Int!], $one: Int!) {
              posts(id: $ids, sort: "-id", limit: 2, skip: 1) { id }
              post(id: $one) { body }
              none: post(id: 9) { body }
              nothing: posts(limit: 0) { id } }
            """,
            Map.of("ids", List.of(1, 2, 3), "one", 2),
            UnaryOperator.identity());

    assertThat(answer(response).object("data"))
        .isEqualTo(
            JsonObject.parse(
                """
                {"posts": [{"id": 2}, {"id": 1}], "post": {"body": "Marshall post"},
                 "none": null, "nothing": []}
                """));
    assertThat(params.get(0).query())
        .isEqualTo(
            Map.of(
                "id",
                Map.of("$in", List.of(1, 2, 3)),
                "$limit",
                2,
                "$skip",
                1,
                "$sort",
                Map.of("id", -1)));
  }

  @Test
  void asksOnBehalfOfWhoMakesTheRequest() {
    ask("{ posts { author { name } } }");

    assertThat(params)
        .hasSize(2)
        .allSatisfy(
            asked -> {
              assertThat(asked.provider()).isEqualTo("rest");
              assertThat(asked.user()).isEqualTo(Map.of("_id", "u1", "username", "ann"));
              assertThat(asked.get(HookParams.POPULATE)).isEqualTo("skip");
            });
  }

  @Test
  void limitsHowManyRecordsAreFound() {
    ask(GraphQlOptions.defaults().maxRecords(2), "{ posts { id } users { id } }");
    ask(GraphQlOptions.defaults().maxRecords(2), "{ posts(limit: 50) { id } }");

    assertThat(params).allSatisfy(asked -> assertThat(asked.query()).containsEntry("$limit", 2));
  }

  @Test
  void refusesAnAnswerThatJoinsMakeTooLarge() {
    String query = "{ posts(id: [1]) { comments { post { comments { post { id } } } } } }";

    // 1 post, its 2 comments, the post of each, their 2 comments each, the post of each
    assertThat(answer(ask(GraphQlOptions.defaults().maxNodes(13), query)).has("errors")).isFalse();
    FlexTestResponse refused = ask(GraphQlOptions.defaults().maxNodes(12), query);

    assertThat(error(refused)).isEqualTo("The answer has more than 12 records");
    assertThat(error(ask(GraphQlOptions.defaults().maxNodes(2), "{ posts { id } }")))
        .isEqualTo("The answer has more than 2 records");
  }

  @Test
  void readsNoMoreForAnAnswerThatIsTooLarge() {
    ask(GraphQlOptions.defaults().maxNodes(3), "{ posts { id } users { posts { id } } }");

    assertThat(calls).containsExactlyInAnyOrder("posts", "users");
  }

  @Test
  void sortsByFieldsThatItShowsOnly() {
    for (String hidden : List.of("userId", "-userId", "author", "reputation", "", "id,x.y")) {
      calls.clear();
      String name = hidden.replace("-", "").replace("id,", "");

      assertThat(error(ask("{ posts(sort: \"" + hidden + "\") { id } }")))
          .isEqualTo("There is no field \"" + name + "\" to sort by");
      assertThat(calls).isEmpty();
    }
    assertThat(answer(ask("{ posts(sort: \"-body, id\") { id } }")).path("data.posts.0.id"))
        .isEqualTo(2L);
  }

  @Test
  void showsScalarsOfOnesOwnAsTheyAreStored() {
    assertThat(answer(ask("{ post(id: 1) { extra } }")).path("data.post.extra"))
        .isEqualTo(JsonObject.parse("{\"any\": [1, \"thing\"]}"));
  }

  @Test
  void refusesWhatIsTooDeepOrTooMuch() {
    String deep = "{ posts { comments { post { comments { id } } } } }";

    assertThat(error(ask(GraphQlOptions.defaults().maxDepth(4), deep)))
        .isEqualTo("maximum query depth exceeded 5 > 4");
    assertThat(error(ask(GraphQlOptions.defaults().maxComplexity(4), deep)))
        .isEqualTo("maximum query complexity exceeded 5 > 4");
    assertThat(calls).isEmpty();
    assertThat(answer(ask(GraphQlOptions.defaults().maxDepth(5).maxComplexity(5), deep)))
        .satisfies(answer -> assertThat(answer.has("errors")).isFalse());
  }

  @Test
  void refusesIntrospectionUnlessItIsAllowed() {
    String whole = IntrospectionQuery.INTROSPECTION_QUERY;

    assertThat(error(ask("{ __schema { types { name } } }"))).contains("Introspection");
    assertThat(error(ask("{ __type(name: \"Post\") { name } }"))).contains("Introspection");
    assertThat(answer(ask("{ post(id: 1) { __typename } }")).path("data.post.__typename"))
        .isEqualTo("Post");
    assertThat(answer(ask(GraphQlOptions.defaults().introspection(true), whole)))
        .satisfies(
            answer -> {
              assertThat(answer.has("errors")).isFalse();
              assertThat(answer.path("data.__schema.queryType.name")).isEqualTo("Query");
            });
  }

  @Test
  void refusesToWrite() {
    assertThat(error(ask("mutation { addPost { id } }")))
        .isEqualTo(
            "Validation error (UnknownOperation): The 'Mutation' operation is not supported by the"
                + " schema");
    assertThat(error(ask("subscription { posts { id } }")))
        .isEqualTo(
            "Validation error (UnknownOperation): The 'Subscription' operation is not supported by"
                + " the schema");
    assertThat(calls).isEmpty();
  }

  @Test
  void tellsWhatIsWrongWithAQuery() {
    assertThat(error(ask("{ posts { nope } }"))).contains("Field 'nope' in type 'Post'");
    assertThat(error(ask("{ posts {"))).startsWith("Invalid syntax");
    assertThat(error(ask("{ posts(limit: -1) { id } }"))).isEqualTo("limit < 0: -1");
    assertThat(error(ask("query A { users { id } } query B { users { id } }")))
        .isEqualTo("Must provide operation name if query contains multiple operations.");
  }

  @Test
  void tellsNothingOfWhatWentWrongInside() {
    FlexTestResponse response =
        ask(
            "{ posts { id author { name } } }",
            Map.of(),
            records ->
                asked -> failing(asked, records, new IllegalStateException("secret detail")));

    assertThat(error(response)).isEqualTo("The field could not be read");
    assertThat(response.text()).doesNotContain("secret").doesNotContain("Exception");
    assertThat(requireNonNull(client).logLines())
        .filteredOn(line -> line.toString().contains("secret detail"))
        .hasSize(1);
  }

  @Test
  void tellsWhyAHookRefused() {
    FlexTestResponse response =
        ask(
            "{ posts { id } }",
            Map.of(),
            records ->
                asked -> CompletableFuture.failedStage(HookException.forbidden("not yours")));

    assertThat(error(response)).isEqualTo("not yours");
    assertThat(answer(response).object("data")).isNull();
  }

  @Test
  void tellsWhereARecordLacksWhatTheSchemaPromises() {
    FlexTestResponse response =
        ask(
            "{ posts { id author { name } } }",
            Map.of(),
            records ->
                asked ->
                    asked.query().get("id") == null
                        ? records.find(asked)
                        : CompletableFuture.completedStage(new ArrayList<>()));

    assertThat(error(response))
        .isEqualTo("There is nothing where the schema says that there is something");
  }

  @Test
  void refusesABodyThatIsNoRequest() {
    for (Object body :
        List.of(
            Map.of(),
            List.of(),
            Map.of("query", 1),
            Map.of("query", "{users{id}}", "variables", 1),
            Map.of("query", "{users{id}}", "operationName", 1))) {
      assertThat(
              client(GraphQlOptions.defaults(), UnaryOperator.identity())
                  .function("graphql")
                  .hook(HookType.CUSTOM_ENDPOINT)
                  .body(body)
                  .send()
                  .status())
          .isEqualTo(400);
    }
  }

  @Test
  void isForCustomEndpointsOnly() {
    assertThat(
            client(GraphQlOptions.defaults(), UnaryOperator.identity())
                .function("graphql")
                .hook(HookType.PRE)
                .body(Map.of("query", "{users{id}}"))
                .send()
                .status())
        .isEqualTo(501);
  }

  private FlexTestResponse ask(String query) {
    return ask(GraphQlOptions.defaults(), query);
  }

  private FlexTestResponse ask(GraphQlOptions options, String query) {
    return send(client(options, UnaryOperator.identity()), query, Map.of());
  }

  private FlexTestResponse ask(
      String query, Map<String, ?> variables, UnaryOperator<Records> around) {
    return send(client(GraphQlOptions.defaults(), around), query, variables);
  }

  private static FlexTestResponse send(
      FlexTestClient client, String query, Map<String, ?> variables) {
    return client
        .function("graphql")
        .hook(HookType.CUSTOM_ENDPOINT)
        .as("ann", "u1")
        .body(Map.of("query", query, "variables", variables))
        .send();
  }

  private FlexTestClient client(GraphQlOptions options, UnaryOperator<Records> around) {
    close();
    Services services =
        Services.none()
            .withRecords("posts", logged("posts", around.apply(records(POSTS))))
            .withRecords("comments", logged("comments", around.apply(records(COMMENTS))))
            .withRecords("users", logged("users", around.apply(records(USERS))));
    FlexGraphQl endpoint =
        FlexGraphQl.schema(SCHEMA)
            .type("Post", "posts")
            .type("Comment", "comments")
            .type("User", "users")
            .join("Post.author", GraphQlJoin.toOne("userId", "id"))
            .join("Post.starers", GraphQlJoin.toOne("starIds", "id"))
            .join("Post.comments", GraphQlJoin.toMany("id", "postId"))
            .join("Comment.author", GraphQlJoin.toOne("userId", "id"))
            .join("Comment.post", GraphQlJoin.toOne("postId", "id"))
            .join("Reputation.author", GraphQlJoin.toOne("userId", "id"))
            .join("User.posts", GraphQlJoin.toMany("id", "userId"))
            .options(options)
            .over(services);
    FlexTestClient fresh =
        FlexTestClient.of(flex -> flex.functions().registerAsync("graphql", endpoint));
    client = fresh;
    return fresh;
  }

  private Records logged(String name, Records records) {
    return asked -> {
      calls.add(name);
      params.add(asked.copy());
      return records.find(asked);
    };
  }

  private static Records later(Records records) {
    return asked ->
        CompletableFuture.supplyAsync(() -> records)
            .thenCompose((Records ready) -> ready.find(asked));
  }

  /** Posts are found, but nothing that is asked for by ids. */
  private static CompletionStage<List<Map<String, @Nullable Object>>> failing(
      HookParams asked, Records records, RuntimeException failure) {
    return asked.query().get("id") == null
        ? records.find(asked)
        : CompletableFuture.failedStage(failure);
  }

  private static JsonObject answer(FlexTestResponse response) {
    return requireNonNull((JsonObject) response.json().path("response.body"));
  }

  private static String error(FlexTestResponse response) {
    return (String) requireNonNull(answer(response).path("errors.0.message"));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Records records(String json) {
    return MemoryRecords.of("id", (List<Map<String, Object>>) requireNonNull(Json.parse(json)));
  }

  private static final String POSTS =
      """
      [{"id": 1, "body": "John post", "userId": 101, "starIds": [102, 103],
        "reputation": [{"userId": 102, "points": 1}, {"userId": 103, "points": 2}],
        "extra": {"any": [1, "thing"]}},
       {"id": 2, "body": "Marshall post", "userId": 102},
       {"id": 3, "body": "Barbara post", "userId": 103, "starIds": null}]""";

  private static final String COMMENTS =
      """
      [{"id": 11, "text": "first", "postId": 1, "userId": 102},
       {"id": 12, "text": "second", "postId": 1, "userId": 103}]""";

  private static final String USERS =
      """
      [{"id": 101, "name": "John"}, {"id": 102, "name": "Marshall"},
       {"id": 103, "name": "Barbara"}]""";
}
