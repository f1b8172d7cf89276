package io.flexservices.modules.store;

import io.flexservices.json.JsonArray;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inserts a long list in batches, one after another, and puts their answers together: the index of
 * an error counts from the beginning of the list.
 */
final class BatchInsert {
  static final int SIZE = 100;

  private final List<?> list;
  private final Function<List<?>, CompletableFuture<JsonObject>> insert;
  private final List<@Nullable Object> entities = new ArrayList<>();
  private final List<@Nullable Object> errors = new ArrayList<>();
  private final CompletableFuture<JsonObject> result = new CompletableFuture<>();

  BatchInsert(List<?> list, Function<List<?>, CompletableFuture<JsonObject>> insert) {
    // A copy, because the later batches are read when the caller has it back.
    this.list = new ArrayList<>(list);
    this.insert = insert;
  }

  CompletableFuture<JsonObject> start() {
    next(0);
    return result;
  }

  private void next(int begin) {
    if (begin >= list.size()) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      all.put("entities", entities);
      all.put("errors", errors);
      result.complete(JsonObject.of(all));
      return;
    }
    CompletableFuture<JsonObject> batch =
        insert.apply(list.subList(begin, Math.min(begin + SIZE, list.size())));
    result.whenComplete((all, thrown) -> batch.cancel(true));
    batch.whenComplete((answer, thrown) -> done(begin, answer, thrown));
  }

  private void done(int begin, @Nullable JsonObject answer, @Nullable Throwable thrown) {
    if (thrown != null || answer == null) {
      result.completeExceptionally(
          thrown == null ? new IllegalStateException("A batch has no answer") : thrown);
      return;
    }
    try {
      add(begin, answer);
      next(begin + SIZE);
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  private void add(int begin, JsonObject answer) {
    JsonArray inserted = answer.array("entities");
    if (inserted != null) {
      entities.addAll(inserted.asList());
    }
    JsonArray failed = answer.array("errors");
    if (failed != null) {
      failed.objects().forEach(error -> errors.add(moved(begin, error)));
    }
  }

  private static Map<String, @Nullable Object> moved(int begin, JsonObject error) {
    Map<String, @Nullable Object> moved = error.toMap();
    Long index = error.integer("index");
    if (index != null) {
      moved.put("index", begin + index);
    }
    return moved;
  }
}
