package io.flexservices.hooks.records;

import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.internal.FlatQuery;
import io.flexservices.hooks.records.RecordsSources.Finder;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Records behind a function. */
final class FunctionRecords implements Records {
  private final Finder finder;

  FunctionRecords(Finder finder) {
    this.finder = finder;
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    HookParams paged = params.copy();
    paged.setQuery(FlatQuery.paged(paged.query(), paged.get(HookParams.PAGINATE)));
    List<Map<String, @Nullable Object>> found = new ArrayList<>();
    try {
      finder.find(paged).forEach(record -> found.add(JsonObject.of(record).toMap()));
    } catch (Exception e) {
      return CompletableFuture.failedStage(e);
    }
    return CompletableFuture.completedStage(found);
  }
}
