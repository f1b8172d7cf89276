package io.flexservices.conformance.hooks;

import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.Loader;
import io.flexservices.hooks.cache.RecordCache;
import io.flexservices.hooks.join.Arguments;
import io.flexservices.hooks.join.Resolvers;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.hooks.loader.ResultType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The sets of resolvers that vectors name, over posts, comments and users. */
final class FixtureResolvers {
  private static final int CACHED_VALUES = 100;
  private static final Duration CACHED_FOR = Duration.ofHours(1);

  private FixtureResolvers() {}

  static Resolvers named(String name) {
    return switch (name) {
      case "plain" -> plain();
      case "batched" -> batched(LoaderOptions.defaults(), LoaderOptions.defaults());
      case "cached" -> batched(cached(), cached());
      default -> throw new IllegalArgumentException("There are no resolvers " + name);
    };
  }

  /** Each resolver asks for itself. */
  private static Resolvers plain() {
    return Resolvers.none()
        .join("author", (post, context) -> findAuthor(Arguments.none(), post, context))
        .join("starers", FixtureResolvers::findStarers)
        .join(
            "comments",
            FixtureResolvers::findComments,
            Resolvers.none().join("author", FixtureResolvers::findAuthor));
  }

  /** Two loaders ask for all. */
  private static Resolvers batched(LoaderOptions users, LoaderOptions comments) {
    BatchLoader<Object> user = loader("users", "id", ResultType.REQUIRED, users);
    BatchLoader<Object> byPost = loader("comments", "postId", ResultType.LIST, comments);
    return Resolvers.none()
        .before(context -> context.loaders().put("user.id", user).put("comments.postId", byPost))
        .join("author", FixtureResolvers::loadAuthor)
        .join("starers", FixtureResolvers::loadStarers)
        .join("reputation_author", FixtureResolvers::loadReputation)
        .join(
            "comments",
            FixtureResolvers::loadComments,
            Resolvers.none().join("author", FixtureResolvers::loadAuthor));
  }

  private static LoaderOptions cached() {
    return LoaderOptions.defaults().withCacheMap(RecordCache.of(CACHED_VALUES, CACHED_FOR).build());
  }

  static BatchLoader<Object> loader(
      String service, String field, ResultType type, LoaderOptions options) {
    return BatchLoader.of(
        (keys, context) -> {
          Map<String, Object> query = new LinkedHashMap<>();
          query.put(field, Map.of("$in", BatchLoader.getUniqueKeys(keys)));
          return find(context, service, query)
              .thenApply(
                  (List<Map<String, Object>> found) ->
                      BatchLoader.getResultsByKey(keys, found, field, type));
        },
        options);
  }

  private static CompletionStage<?> findAuthor(
      Arguments arguments, Map<String, Object> record, HookContext context) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("id", record.get("userId"));
    select(query, arguments, null);
    return find(context, "users", query)
        .thenApply(
            (List<Map<String, Object>> found) ->
                found.isEmpty() ? null : record.put("author", found.get(0)));
  }

  private static CompletionStage<?> findStarers(
      Arguments arguments, Map<String, Object> post, HookContext context) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("id", Map.of("$in", post.get("starIds") instanceof List<?> ids ? ids : List.of()));
    select(query, arguments, List.of("name"));
    return find(context, "users", query)
        .thenApply((List<Map<String, Object>> found) -> post.put("starers", found));
  }

  private static CompletionStage<?> findComments(
      Arguments arguments, Map<String, Object> post, HookContext context) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("postId", post.get("id"));
    select(query, arguments, null);
    query.put("$limit", arguments.whole(1, 5));
    query.put("$sort", Map.of("id", 1));
    return find(context, "comments", query)
        .thenApply(
            (List<Map<String, Object>> found) -> {
              post.put("comments", found);
              return found;
            });
  }

  /** The first argument of a resolver is what it selects. */
  private static void select(
      Map<String, Object> query, Arguments arguments, @Nullable Object byDefault) {
    Object select = arguments.get(0) == null ? byDefault : arguments.get(0);
    if (select != null) {
      query.put("$select", select);
    }
  }

  private static CompletionStage<?> loadAuthor(Map<String, Object> record, HookContext context) {
    return users(context)
        .load(requireNonNull(record.get("userId")))
        .thenAccept(user -> record.put("author", user));
  }

  private static @Nullable CompletionStage<?> loadStarers(
      Map<String, Object> post, HookContext context) {
    return post.get("starIds") instanceof List<?> ids
        ? users(context).loadMany(ids).thenAccept(users -> post.put("starers", users))
        : null;
  }

  @SuppressWarnings("unchecked") // that is how posts look
  private static @Nullable CompletionStage<?> loadReputation(
      Map<String, Object> post, HookContext context) {
    if (!(post.get("reputation") instanceof List<?> reputation)) {
      return null;
    }
    List<Object> ids = new ArrayList<>();
    for (Map<String, Object> one : (List<Map<String, Object>>) reputation) {
      ids.add(requireNonNull(one.get("userId")));
    }
    return users(context)
        .loadMany(ids)
        .thenAccept(
            users -> {
              for (int i = 0; i < ids.size(); i++) {
                ((Map<String, Object>) requireNonNull(reputation.get(i)))
                    .put("author", ((Map<?, ?>) users.get(i)).get("name"));
              }
            });
  }

  private static CompletionStage<?> loadComments(Map<String, Object> post, HookContext context) {
    return context
        .loaders()
        .get("comments.postId")
        .load(requireNonNull(post.get("id")))
        .thenApply(
            comments -> {
              post.put("comments", comments);
              return comments;
            });
  }

  private static Loader<Object> users(HookContext context) {
    return context.loaders().get("user.id");
  }

  private static CompletionStage<List<Map<String, Object>>> find(
      HookContext context, String service, Map<String, Object> query) {
    return requireNonNull(context.service(service)).find(CallingParams.of(context, query));
  }
}
