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
  /** What a query asks of each user. */
  private static final Map<String, ?> NAMES = Map.of("$select", List.of("id", "name"));

  private final LoggedServices services = GuideData.services();

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
    context.setResult(Json.parse(GuideData.POSTS));

    Hook.combine(populate(schema), PopulateGuideTest::asTheGuideShowsIt).run(context);

    assertThat(services.calls()).hasSize(22);
    assertThat(Json.parse(Json.text(context.result()))).isEqualTo(Json.parse(GuideData.JOINED));
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

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static List<Map<String, @Nullable Object>> maps(@Nullable Object list) {
    return list == null ? List.of() : (List<Map<String, @Nullable Object>>) list;
  }
}
