package io.flexservices.examples;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.data.ServiceObject;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gets and counts widgets. */
final class WidgetReader {
  private final WidgetStore store;

  WidgetReader(WidgetStore store) {
    this.store = store;
  }

  void register(ServiceObject widgets) {
    widgets
        .onGetById(this::getById)
        .onGetAll(this::getByQuery)
        .onGetByQuery(this::getByQuery)
        .onGetCount(this::count)
        .onGetCountByQuery(this::count);
  }

  private Outcome getById(DataContext context, DataCompletion complete, Modules modules) {
    Widget widget = store.find(String.valueOf(context.entityId()));
    return widget == null
        ? complete.setBody("The entity could not be found").notFound().next()
        : complete.setBody(widget.entity()).ok().next();
  }

  /** Also for all widgets: without a query every widget matches. */
  private Outcome getByQuery(DataContext context, DataCompletion complete, Modules modules) {
    return find(context, complete, widgets -> complete.setBody(widgets).ok().next());
  }

  private Outcome count(DataContext context, DataCompletion complete, Modules modules) {
    return find(
        context,
        complete,
        widgets -> complete.setBody(Map.of("count", widgets.size())).ok().next());
  }

  private Outcome find(
      DataContext context, DataCompletion complete, Function<List<JsonObject>, Outcome> found) {
    try {
      WidgetQuery query = WidgetQuery.of(context.query());
      List<Widget> widgets = query.page(store.findAll(query::matches));
      return found.apply(widgets.stream().map(Widget::entity).toList());
    } catch (IllegalArgumentException e) {
      return complete.setBody(e.getMessage()).badRequest().next();
    } catch (UnsupportedOperationException e) {
      return complete.setBody(e.getMessage()).notImplemented().next();
    }
  }
}
