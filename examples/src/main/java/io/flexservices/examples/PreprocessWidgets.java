package io.flexservices.examples;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook before the requests of a collection: a client that says by the custom request property
 * {@code officeLocation} where it is saves widgets of that office, and finds no others. It leaves
 * the property {@code didPreprocess} for {@link PostprocessWidgets}.
 */
final class PreprocessWidgets implements FunctionHandler {
  private static final String OFFICE = "officeLocation";

  @Override
  public Outcome handle(FunctionContext context, FunctionCompletion complete, Modules modules) {
    Object office = modules.requestContext().getCustomRequestProperty(OFFICE);
    if (!(office instanceof String location) || location.isBlank()) {
      return complete.ok().next();
    }
    try {
      FunctionCompletion changed = change(context, complete, location);
      modules.requestContext().setCustomRequestProperty("didPreprocess", true);
      modules.tempObjectStore().set(OFFICE, location);
      return changed.ok().next();
    } catch (IllegalArgumentException e) {
      return complete.setBody(e.getMessage()).badRequest().done();
    }
  }

  private static FunctionCompletion change(
      FunctionContext context, FunctionCompletion complete, String location) {
    boolean isSave = context.method().equals("POST") || context.method().equals("PUT");
    return isSave
        ? complete.setBody(
            Entities.change(context.bodyValue(), entity -> entity.put(OFFICE, location)))
        : complete.setQuery(narrowed(context.query(), location));
  }

  private static Map<String, @Nullable Object> narrowed(
      @Nullable JsonObject query, String location) {
    JsonObject given = query == null ? JsonObject.empty() : query;
    JsonObject conditions = WidgetQuery.filter(given.value("query"));
    Map<String, @Nullable Object> filter = new LinkedHashMap<>(conditions.asMap());
    filter.put(OFFICE, location);
    Map<String, @Nullable Object> narrowed = new LinkedHashMap<>(given.asMap());
    narrowed.put("query", filter);
    return narrowed;
  }
}
