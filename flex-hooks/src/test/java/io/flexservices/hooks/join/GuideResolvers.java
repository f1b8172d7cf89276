package io.flexservices.hooks.join;

import static io.flexservices.hooks.loader.BatchLoader.getResultsByKey;
import static io.flexservices.hooks.loader.BatchLoader.getUniqueKeys;
import static io.flexservices.hooks.loader.BatchLoader.loaderFactory;
import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Loader;
import io.flexservices.hooks.loader.BatchFunction;
import io.flexservices.hooks.loader.BatchLoader;
import io.flexservices.hooks.loader.LoaderOptions;
import io.flexservices.hooks.loader.ResultType;
import io.flexservices.hooks.loader.ValueCache;
import io.flexservices.json.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The resolvers of the guide, over posts, comments and users. */
final class GuideResolvers {
  private GuideResolvers() {}

  /** Each resolver asks for itself. */
  static Resolvers plain() {
    return Resolvers.none()
        .join(
            "author",
            (post, context) ->
                find(context, "users", byId(post.get("userId")))
                    .thenApply(found -> post.put("author", found.get(0))))
        .join(
            "starers",
            (arguments, post, context) ->
                find(context, "users", starers(post, arguments.names(0, List.of("name"))))
                    .thenApply(found -> post.put("starers", found)))
        .join(
            "comments",
            (arguments, post, context) ->
                find(context, "comments", comments(post, arguments))
                    .thenApply(
                        found -> {
                          post.put("comments", found);
                          return found;
                        }),
            Resolvers.none().join("author", GuideResolvers::commentAuthor));
  }

  /** Two loaders ask for all. */
  static Resolvers batched() {
    return joins()
        .before(
            context ->
                context
                    .loaders()
                    .put("user.id", loaderFactory("users", "id", false).apply(context))
                    .put(
                        "comments.postId",
                        loaderFactory("comments", "postId", true).apply(context)));
  }

  /** Two loaders that remember what they gave from one run to the next. */
  static Resolvers cached() {
    BatchLoader<Object> users = cached("users", "id", ResultType.REQUIRED);
    BatchLoader<Object> comments = cached("comments", "postId", ResultType.LIST);
    return joins()
        .before(
            context -> context.loaders().put("user.id", users).put("comments.postId", comments));
  }

  private static Resolvers joins() {
    return Resolvers.none()
        .join(
            "author",
            (post, context) ->
                user(context)
                    .load(requireNonNull(post.get("userId")))
                    .thenApply(user -> post.put("author", user)))
        .join(
            "starers",
            (post, context) ->
                post.get("starIds") instanceof List<?> ids
                    ? user(context).loadMany(ids).thenApply(users -> post.put("starers", users))
                    : null)
        .join("reputation_author", GuideResolvers::reputation)
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
                          return comments;
                        }),
            Resolvers.none()
                .join(
                    "author",
                    (comment, context) ->
                        user(context)
                            .load(requireNonNull(comment.get("userId")))
                            .thenApply(user -> comment.put("author", user))));
  }

  @SuppressWarnings("unchecked") // that is how posts look
  private static @Nullable Object reputation(
      Map<String, @Nullable Object> post, HookContext context) {
    List<Map<String, Object>> reputation = (List<Map<String, Object>>) post.get("reputation");
    if (reputation == null) {
      return null;
    }
    return user(context)
        .loadMany(reputation.stream().map(entry -> entry.get("userId")).toList())
        .thenAccept(
            users -> {
              for (int i = 0; i < users.size(); i++) {
                reputation.get(i).put("author", requireNonNull(users.get(i).get("name")));
              }
            });
  }

  private static Loader<Map<String, Object>> user(HookContext context) {
    return context.loaders().get("user.id");
  }

  private static BatchLoader<Object> cached(String service, String field, ResultType type) {
    BatchFunction<Object> function =
        (keys, context) ->
            find(context, service, Map.of(field, Map.of("$in", getUniqueKeys(keys))))
                .thenApply(found -> getResultsByKey(keys, found, field, type));
    return BatchLoader.of(function, LoaderOptions.defaults().withCacheMap(new PlainCache()));
  }

  private static CompletionStage<?> commentAuthor(
      Arguments arguments, Map<String, @Nullable Object> comment, HookContext context) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>(byId(comment.get("userId")));
    if (arguments.get(0) != null) {
      query.put("$select", arguments.names(0, List.of()));
    }
    return find(context, "users", query).thenApply(found -> comment.put("author", found.get(0)));
  }

  private static Map<String, ?> starers(Map<String, ?> post, List<String> select) {
    Object ids = post.get("starIds");
    return Map.of("id", Map.of("$in", ids == null ? List.of() : ids), "$select", select);
  }

  private static Map<String, ?> comments(Map<String, ?> post, Arguments arguments) {
    return Map.of(
        "postId",
        requireNonNull(post.get("id")),
        "$limit",
        arguments.whole(1, 5),
        "$sort",
        Map.of("id", 1));
  }

  private static Map<String, @Nullable Object> byId(@Nullable Object id) {
    Map<String, @Nullable Object> query = new HashMap<>();
    query.put("id", id);
    return query;
  }

  private static CompletionStage<List<Map<String, @Nullable Object>>> find(
      HookContext context, String service, Map<String, ?> query) {
    HookParams params = CallingParams.of(context, new LinkedHashMap<>(query));
    return requireNonNull(context.service(service)).find(params);
  }

  /** A cache without bounds. */
  private static final class PlainCache implements ValueCache {
    private final Map<Object, Object> kept = new HashMap<>();

    @Override
    public @Nullable Kept get(Object key, HookContext context) {
      Object text = kept.get(key);
      return text == null ? null : new Kept(Json.parse((String) text));
    }

    @Override
    public void put(Object key, @Nullable Object value, HookContext context) {
      kept.put(key, Json.text(value));
    }

    @Override
    public void remove(Object key, HookContext context) {
      kept.remove(key);
    }

    @Override
    public void clear(HookContext context) {
      kept.clear();
    }
  }
}
