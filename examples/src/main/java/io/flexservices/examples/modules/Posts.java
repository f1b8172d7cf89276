package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.query.Query;
import io.flexservices.modules.store.DataStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A hook after a fetch that joins posts with their authors and comments, by two calls at once
 * however many posts there are.
 */
final class Posts {
  private Posts() {}

  static CompletionStage<Outcome> populate(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    List<JsonObject> posts = context.bodyArray().objects().toList();
    DataStore store = modules.dataStore();
    CompletableFuture<List<JsonObject>> authors =
        store.collection("user").findAsync(new Query().contains("_id", all(posts, "userId")));
    CompletableFuture<List<JsonObject>> comments =
        store.collection("comments").findAsync(new Query().contains("postId", all(posts, "_id")));
    return authors
        .thenCombine(comments, (users, texts) -> joined(posts, users, texts))
        .thenApply(joined -> complete.setBody(joined).ok().next())
        .exceptionally(thrown -> complete.setBody(thrown.getCause()).runtimeError().done());
  }

  private static List<?> joined(
      List<JsonObject> posts, List<JsonObject> users, List<JsonObject> comments) {
    return posts.stream().map(post -> joined(post, users, comments)).toList();
  }

  private static Map<String, @Nullable Object> joined(
      JsonObject post, List<JsonObject> users, List<JsonObject> comments) {
    Map<String, @Nullable Object> joined = new LinkedHashMap<>(post.asMap());
    List<JsonObject> authors = with(users, "_id", post.value("userId"));
    joined.put("author", authors.isEmpty() ? null : authors.get(0));
    joined.put("comments", with(comments, "postId", post.value("_id")));
    return joined;
  }

  private static List<JsonObject> with(
      List<JsonObject> entities, String name, @Nullable Object value) {
    return entities.stream().filter(entity -> Objects.equals(entity.value(name), value)).toList();
  }

  private static List<?> all(List<JsonObject> entities, String name) {
    return entities.stream().map(entity -> entity.value(name)).distinct().toList();
  }
}
