package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.FastJoin.fastJoin;
import static io.flexservices.hooks.loader.BatchLoader.getResultsByKey;
import static io.flexservices.hooks.loader.BatchLoader.getUniqueKeys;
import static io.flexservices.hooks.loader.BatchLoader.loaderFactory;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Loader;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.hooks.loader.ResultType;
import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of the pages, run. */
class JoinExamplesTest {
  private final LoggedServices services = GuideData.services();

  private Object joined(Hook join) throws Exception {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(services.services())
            .build();
    context.setResult(Json.parse(GuideData.POSTS));
    join.start(context).toCompletableFuture().get(30, TimeUnit.SECONDS);
    return requireNonNull(Json.parse(Json.text(context.result())));
  }

  /** What the guide joins to posts. */
  static Resolvers ofGuide() {
    Resolvers ofComments =
        Resolvers.none()
            .join(
                "author",
                (comment, context) ->
                    users(context)
                        .load(requireNonNull(comment.get("userId")))
                        .thenApply(user -> comment.put("author", user)));

    Resolvers ofPosts =
        Resolvers.none()
            .before(
                context ->
                    context
                        .loaders()
                        .put("user.id", loaderFactory("users", "id", false).apply(context))
                        .put(
                            "comments.postId",
                            loaderFactory("comments", "postId", true).apply(context)))
            .join(
                "author",
                (post, context) ->
                    users(context)
                        .load(requireNonNull(post.get("userId")))
                        .thenApply(user -> post.put("author", user)))
            .join(
                "starers",
                (post, context) ->
                    post.get("starIds") instanceof List<?> ids
                        ? users(context).loadMany(ids).thenApply(all -> post.put("starers", all))
                        : null)
            .join("reputation_author", (post, context) -> reputation(post, context))
            .join(
                "comments",
                (post, context) ->
                    context
                        .loaders()
                        .get("comments.postId")
                        .load(requireNonNull(post.get("id")))
                        .thenApply(
                            comments -> {
                              post.put("comments", comments);
                              return comments; // what the joins inside go on with
                            }),
                ofComments);

    return ofPosts;
  }

  @Test
  void theGuidesExampleTakesTwoCalls() throws Exception {
    assertThat(joined(fastJoin(ofGuide()))).isEqualTo(Json.parse(GuideData.JOINED));
    assertThat(services.calls()).hasSize(2);
    assertThat(services.queries("users"))
        .containsExactly(Map.of("id", Map.of("$in", List.of(101L, 102L, 103L, 104L))));
    assertThat(services.queries("comments"))
        .containsExactly(Map.of("postId", Map.of("$in", List.of(1L, 2L, 3L, 4L))));
  }

  private static @Nullable Object reputation(
      Map<String, @Nullable Object> post, HookContext context) {
    if (!(post.get("reputation") instanceof List<?> entries)) {
      return null;
    }
    List<Map<String, Object>> reputation = records(entries);
    return users(context)
        .loadMany(reputation.stream().map(entry -> entry.get("userId")).toList())
        .thenAccept(
            users -> {
              for (int i = 0; i < users.size(); i++) {
                reputation.get(i).put("author", requireNonNull(users.get(i).get("name")));
              }
            });
  }

  private static Loader<Map<String, Object>> users(HookContext context) {
    return context.loaders().get("user.id");
  }

  @SuppressWarnings("unchecked") // that is what the list holds
  private static List<Map<String, Object>> records(List<?> list) {
    return (List<Map<String, Object>>) list;
  }

  @Test
  void aQueryShapesTheResult() throws Exception {
    Resolvers ofPosts =
        Resolvers.none()
            .join("starerCount", (post, context) -> post.put("starerCount", starers(post).size()))
            .join(
                "starers",
                (arguments, post, context) -> {
                  List<String> select = arguments.names(0, List.of("name"));
                  Map<String, Object> query =
                      Map.of("id", Map.of("$in", starers(post)), "$select", select);
                  return requireNonNull(context.service("users"))
                      .find(CallingParams.of(context, new HashMap<>(query)))
                      .thenApply(found -> post.put("starers", found));
                });

    Map<String, Object> query =
        Map.of("starers", List.of(List.of("id", "name")), "starerCount", false);
    Hook join = fastJoin(ofPosts, query);

    assertThat(Json.text(joined(join)))
        .contains("\"starers\":[{\"id\":102,\"name\":\"Marshall\"}")
        .doesNotContain("starerCount");
    assertThat(Json.text(joined(fastJoin(ofPosts, context -> null)))).contains("\"starerCount\":3");
  }

  private static List<?> starers(Map<String, @Nullable Object> post) {
    return post.get("starIds") instanceof List<?> ids ? ids : List.of();
  }

  @Test
  void aLoaderMayBeMadeByHand() throws Exception {
    Hook before =
        context ->
            context
                .loaders()
                .put(
                    "user.id",
                    BatchLoader.of(
                        (keys, call) ->
                            requireNonNull(call.service("users"))
                                .find(CallingParams.of(call, byIds(keys)))
                                .thenApply(
                                    found ->
                                        getResultsByKey(keys, found, "id", ResultType.REQUIRED)),
                        LoaderOptions.defaults().withContext(context).withMaxBatchSize(500)));
    Resolvers ofPosts =
        Resolvers.none()
            .before(before)
            .join(
                "author",
                (post, context) ->
                    users(context)
                        .load(requireNonNull(post.get("userId")))
                        .thenApply(user -> post.put("author", user)));
    assertThat(Json.text(joined(fastJoin(ofPosts))))
        .contains("\"author\":{\"id\":104,\"name\":\"Aubree\"}");
    assertThat(services.calls()).hasSize(1);
  }

  private static Map<String, @Nullable Object> byIds(List<Object> keys) {
    return new HashMap<>(Map.of("id", Map.of("$in", getUniqueKeys(new ArrayList<>(keys)))));
  }
}
