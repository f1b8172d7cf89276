package io.flexservices.examples;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.data.ServiceObject;
import io.flexservices.modules.Modules;
import java.util.List;
import java.util.Map;

/** Deletes widgets, with as much care as deleting asks for. */
final class WidgetRemover {
  private final WidgetStore store;

  WidgetRemover(WidgetStore store) {
    this.store = store;
  }

  void register(ServiceObject widgets) {
    widgets
        .onDeleteById(this::deleteById)
        .onDeleteByQuery(this::deleteByQuery)
        .onDeleteAll(this::deleteAll);
  }

  private Outcome deleteById(DataContext context, DataCompletion complete, Modules modules) {
    Widget widget = store.find(String.valueOf(context.entityId()));
    if (widget == null) {
      return complete.setBody("The entity could not be found").notFound().next();
    }
    if (!widget.mayBeChangedBy(context.userId())) {
      return complete.setBody("The widget is another user's").forbidden().next();
    }
    return store.remove(widget.id())
        ? complete.setBody(Map.of("count", 1)).ok().next()
        : complete.setBody("The entity could not be found").notFound().next();
  }

  /** Deletes those of the user's own widgets that match. */
  private Outcome deleteByQuery(DataContext context, DataCompletion complete, Modules modules) {
    String userId = context.userId();
    if (userId == null || userId.isEmpty()) {
      return complete.setBody("Log in to delete widgets by a query").unauthorized().next();
    }
    try {
      WidgetQuery query = WidgetQuery.of(context.query());
      List<Widget> own =
          store.findAll(query::matches).stream()
              .filter(widget -> widget.creator().equals(userId))
              .toList();
      long removed = query.page(own).stream().filter(widget -> store.remove(widget.id())).count();
      return complete.setBody(Map.of("count", removed)).ok().next();
    } catch (IllegalArgumentException e) {
      return complete.setBody(e.getMessage()).badRequest().next();
    } catch (UnsupportedOperationException e) {
      return complete.setBody(e.getMessage()).notImplemented().next();
    }
  }

  private Outcome deleteAll(DataContext context, DataCompletion complete, Modules modules) {
    return complete.setBody("Widgets are deleted by id or by query").notAllowed().done();
  }
}
