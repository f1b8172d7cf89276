package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.populate;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The guide's comprehensive example takes populate 22 calls, as the guide says. */
class PopulateGuideTest {
  private static final String POSTS =
      """
      [{"id": 1, "body": "John post", "userId": 101, "starIds": [102, 103, 104],
        "reputation": [{"userId": 102, "points": 1}, {"userId": 103, "points": 1},
                       {"userId": 104, "points": 1}]},
       {"id": 2, "body": "Marshall post", "userId": 102, "starIds": [101, 103, 104]},
       {"id": 3, "body": "Barbara post", "userId": 103},
       {"id": 4, "body": "Aubree post", "userId": 104}]""";

  private static final String USERS =
      """
      [{"id": 101, "name": "John"}, {"id": 102, "name": "Marshall"},
       {"id": 103, "name": "Barbara"}, {"id": 104, "name": "Aubree"}]""";

  private static final String COMMENTS =
      """
      [{"id": 11, "text": "John post Marshall comment 11", "postId": 1, "userId": 102},
       {"id": 12, "text": "John post Marshall comment 12", "postId": 1, "userId": 102},
       {"id": 13, "text": "John post Marshall comment 13", "postId": 1, "userId": 102},
       {"id": 14, "text": "Marshall post John comment 14", "postId": 2, "userId": 101},
       {"id": 15, "text": "Marshall post John comment 15", "postId": 2, "userId": 101},
       {"id": 16, "text": "Barbara post John comment 16", "postId": 3, "userId": 101},
       {"id": 17, "text": "Aubree post Marshall comment 17", "postId": 4, "userId": 102}]""";

  private static final String RESULT =
      """
      [{"id": 1, "body": "John post", "userId": 101, "starIds": [102, 103, 104],
        "reputation": [{"userId": 102, "points": 1, "author": "Marshall"},
                       {"userId": 103, "points": 1, "author": "Barbara"},
                       {"userId": 104, "points": 1, "author": "Aubree"}],
        "author": {"id": 101, "name": "John"},
        "comments": [
          {"id": 11, "text": "John post Marshall comment 11", "postId": 1, "userId": 102,
           "author": {"id": 102, "name": "Marshall"}},
          {"id": 12, "text": "John post Marshall comment 12", "postId": 1, "userId": 102,
           "author": {"id": 102, "name": "Marshall"}},
          {"id": 13, "text": "John post Marshall comment 13", "postId": 1, "userId": 102,
           "author": {"id": 102, "name": "Marshall"}}],
        "starers": [{"id": 102, "name": "Marshall"}, {"id": 103, "name": "Barbara"},
                    {"id": 104, "name": "Aubree"}]},
       {"id": 2, "body": "Marshall post", "userId": 102, "starIds": [101, 103, 104],
        "author": {"id": 102, "name": "Marshall"},
        "comments": [
          {"id": 14, "text": "Marshall post John comment 14", "postId": 2, "userId": 101,
           "author": {"id": 101, "name": "John"}},
          {"id": 15, "text": "Marshall post John comment 15", "postId": 2, "userId": 101,
           "author": {"id": 101, "name": "John"}}],
        "starers": [{"id": 101, "name": "John"}, {"id": 103, "name": "Barbara"},
                    {"id": 104, "name": "Aubree"}]},
       {"id": 3, "body": "Barbara post", "userId": 103,
        "author": {"id": 103, "name": "Barbara"},
        "comments": [
          {"id": 16, "text": "Barbara post John comment 16", "postId": 3, "userId": 101,
           "author": {"id": 101, "name": "John"}}]},
       {"id": 4, "body": "Aubree post", "userId": 104,
        "author": {"id": 104, "name": "Aubree"},
        "comments": [
          {"id": 17, "text": "Aubree post Marshall comment 17", "postId": 4, "userId": 102,
           "author": {"id": 102, "name": "Marshall"}}]}]""";

  /** What a query asks of each user. */
  private static final Map<String, ?> NAMES = Map.of("$select", List.of("id", "name"));

  private final LoggedServices services =
      new LoggedServices()
          .with("users", "id", records(USERS))
          .with("comments", "id", records(COMMENTS));

  @Test
  void takesTwentyTwoCallsForTheDocumentedResult() throws Exception {
    Include author =
        Include.of("users").nameAs("author").parentField("userId").childField("id").query(NAMES);
    PopulateSchema schema =
        PopulateSchema.of(
            author,
            author.nameAs("starers").parentField("starIds"),
            reputationAuthor(0),
            reputationAuthor(1),
            reputationAuthor(2),
            Include.of("comments")
                .parentField("id")
                .childField("postId")
                .asArray(true)
                .include(author));
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(services.services())
            .build();
    context.setResult(Json.parse(POSTS));

    Hook.combine(populate(schema), PopulateGuideTest::asTheGuideShowsIt).run(context);

    assertThat(services.calls()).hasSize(22);
    assertThat(Json.parse(Json.text(context.result()))).isEqualTo(Json.parse(RESULT));
  }

  /** To reach into a list, populate wants a place for each of its items. */
  private static Include reputationAuthor(int index) {
    String path = "reputation." + index;
    return Include.of("users")
        .nameAs(path + ".author")
        .parentField(path + ".userId")
        .childField("id");
  }

  /** The guide leaves out what populate adds, and shows a reputation's author by name. */
  private static void asTheGuideShowsIt(HookContext context) {
    for (Map<String, @Nullable Object> post : context.records()) {
      List<Map<String, @Nullable Object>> comments = maps(post.get("comments"));
      Stream.concat(Stream.of(post), comments.stream()).forEach(one -> one.remove("_include"));
      post.remove("starers", null);
      for (Map<String, @Nullable Object> reputation : maps(post.get("reputation"))) {
        reputation.computeIfPresent("author", (name, author) -> ((Map<?, ?>) author).get("name"));
      }
    }
  }

  private static List<Map<String, @Nullable Object>> records(String json) {
    return maps(Json.parse(json));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static List<Map<String, @Nullable Object>> maps(@Nullable Object list) {
    return list == null ? List.of() : (List<Map<String, @Nullable Object>>) list;
  }
}
