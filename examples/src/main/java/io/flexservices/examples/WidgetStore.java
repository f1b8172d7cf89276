package io.flexservices.examples;

import io.flexservices.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Widgets in memory, by id, in the order of their insertion. It stands in for a database: it is
 * lost with the process, and on a function platform every instance has one of its own.
 *
 * <p>Safe to use from several threads, as a service answers several requests at once.
 */
final class WidgetStore {
  private final Map<String, Widget> widgets = new LinkedHashMap<>();

  /** The widget of an id, or null. */
  synchronized @Nullable Widget find(String id) {
    return widgets.get(id);
  }

  synchronized List<Widget> findAll(Predicate<JsonObject> wanted) {
    return widgets.values().stream().filter(widget -> wanted.test(widget.entity())).toList();
  }

  /** Whether the widgets were inserted: all of them, or none where an id is taken. */
  synchronized boolean insert(List<Widget> added) {
    long ids = added.stream().map(Widget::id).distinct().count();
    if (ids < added.size() || added.stream().anyMatch(widget -> widgets.containsKey(widget.id()))) {
      return false;
    }
    added.forEach(widget -> widgets.put(widget.id(), widget));
    return true;
  }

  /** Whether there still was a widget to replace. */
  synchronized boolean replace(Widget widget) {
    return widgets.replace(widget.id(), widget) != null;
  }

  /** Whether there still was a widget to remove. */
  synchronized boolean remove(String id) {
    return widgets.remove(id) != null;
  }
}
