package io.flexservices.examples;

import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.data.ServiceObject;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Inserts and updates widgets. */
final class WidgetWriter {
  private final WidgetStore store;
  private final Supplier<String> newIds;

  WidgetWriter(WidgetStore store, Supplier<String> newIds) {
    this.store = store;
    this.newIds = newIds;
  }

  void register(ServiceObject widgets) {
    widgets.onInsert(this::insert).onInsertMany(this::insertMany).onUpdate(this::update);
  }

  private Outcome insert(DataContext context, DataCompletion complete, Modules modules) {
    return insert(context, complete, List.of(context.body()), entities -> entities.get(0));
  }

  private Outcome insertMany(DataContext context, DataCompletion complete, Modules modules) {
    return insert(context, complete, context.bodyArray(), entities -> entities);
  }

  private Outcome insert(
      DataContext context,
      DataCompletion complete,
      Iterable<?> sent,
      Function<List<JsonObject>, Object> answer) {
    try {
      List<Widget> widgets = new ArrayList<>();
      for (Object each : sent) {
        String id = Widget.idOf(each, newIds.get());
        widgets.add(Widget.of(each, id, context.userId()));
      }
      if (!store.insert(widgets)) {
        return complete.setBody("There is a widget with this _id already").badRequest().next();
      }
      List<JsonObject> entities = widgets.stream().map(Widget::entity).toList();
      return complete.setBody(answer.apply(entities)).created().next();
    } catch (IllegalArgumentException e) {
      return complete.setBody(e.getMessage()).badRequest().next();
    }
  }

  private Outcome update(DataContext context, DataCompletion complete, Modules modules) {
    Widget old = store.find(String.valueOf(context.entityId()));
    if (old == null) {
      return complete.setBody("The entity could not be found").notFound().next();
    }
    if (!old.mayBeChangedBy(context.userId())) {
      return complete.setBody("The widget is another user's").forbidden().next();
    }
    try {
      Widget changed = Widget.of(context.bodyValue(), old.id(), old.creator());
      return store.replace(changed)
          ? complete.setBody(changed.entity()).ok().next()
          : complete.setBody("The entity could not be found").notFound().next();
    } catch (IllegalArgumentException e) {
      return complete.setBody(e.getMessage()).badRequest().next();
    }
  }
}
