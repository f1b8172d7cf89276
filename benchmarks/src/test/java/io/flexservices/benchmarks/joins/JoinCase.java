package io.flexservices.benchmarks.joins;

import static io.flexservices.hooks.loader.BatchLoader.loaderFactory;
import static java.util.Objects.requireNonNull;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.join.FastJoin;
import io.flexservices.hooks.join.Include;
import io.flexservices.hooks.join.Populate;
import io.flexservices.hooks.join.PopulateSchema;
import io.flexservices.hooks.join.Resolvers;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A hook over records in memory that count their calls. */
final class JoinCase {
  private final JoinData data;
  private final Hook hook;
  private final AtomicInteger calls = new AtomicInteger();
  private final Services services;

  private JoinCase(JoinData data, Hook hook, Records users, Records comments) {
    this.data = data;
    this.hook = hook;
    this.services =
        Services.none()
            .withRecords("users", counted(users))
            .withRecords("comments", counted(comments));
  }

  /** The hook of that name. */
  static JoinCase of(String hook, JoinData data) {
    return hook.equals("populate") ? populate(data) : fastJoin(data);
  }

  /** populate with the same result but for {@code _include}, a call for each record and include. */
  private static JoinCase populate(JoinData data) {
    Include author = Include.of("users").nameAs("author").parentField("userId").childField("id");
    Include comments =
        Include.of("comments").parentField("id").childField("postId").include(author);
    PopulateSchema schema =
        PopulateSchema.of(author, author.nameAs("starers").parentField("starIds"), comments);
    return new JoinCase(
        data,
        Populate.populate(schema),
        new IndexedRecords("id", data.users()),
        new IndexedRecords("postId", data.comments()));
  }

  /** fastJoin with two batch loaders. */
  private static JoinCase fastJoin(JoinData data) {
    Resolvers comments =
        Resolvers.none().join("author", (comment, context) -> author(comment, context));
    return new JoinCase(
        data,
        FastJoin.fastJoin(
            Resolvers.none()
                .before(
                    context ->
                        context
                            .loaders()
                            .put("user.id", loaderFactory("users", "id", false).apply(context))
                            .put("post", loaderFactory("comments", "postId", true).apply(context)))
                .join("author", (post, context) -> author(post, context))
                .join(
                    "starers",
                    (post, context) ->
                        context
                            .loaders()
                            .get("user.id")
                            .loadMany((List<?>) requireNonNull(post.get("starIds")))
                            .thenApply(starers -> post.put("starers", starers)))
                .join(
                    "comments",
                    (post, context) ->
                        context
                            .loaders()
                            .get("post")
                            .load(requireNonNull(post.get("id")))
                            .thenApply(
                                found -> {
                                  post.put("comments", found);
                                  return found;
                                }),
                    comments)),
        MemoryRecords.of("id", data.users()),
        MemoryRecords.of("id", data.comments()));
  }

  /** A call whose result is a copy of the posts. */
  HookContext context() {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts").services(services).build();
    context.setResult(JsonArray.of(data.posts()).toList());
    return context;
  }

  /** Runs the hook. */
  @Nullable Object run(HookContext context) throws Exception {
    hook.start(context).toCompletableFuture().get();
    return context.result();
  }

  /** How many calls of services there were since this was asked for last. */
  int calls() {
    return calls.getAndSet(0);
  }

  private static Object author(Map<String, @Nullable Object> record, HookContext context) {
    return context
        .loaders()
        .get("user.id")
        .load(requireNonNull(record.get("userId")))
        .thenApply(author -> record.put("author", author));
  }

  private Records counted(Records records) {
    return params -> {
      calls.incrementAndGet();
      return records.find(params);
    };
  }
}
