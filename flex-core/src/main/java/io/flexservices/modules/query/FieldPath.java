package io.flexservices.modules.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field's name, with dots between the steps into objects and arrays, and the values that stand at
 * it as MongoDB's conditions see them: an array on the way is searched object by object, or by
 * index where the step is one.
 */
final class FieldPath {
  private final List<String> steps;

  private FieldPath(List<String> steps) {
    this.steps = steps;
  }

  static FieldPath of(String field) {
    return new FieldPath(List.of(field.split("\\.", -1)));
  }

  List<String> steps() {
    return steps;
  }

  /** The values; of an array at the end, each item and then the array. */
  List<@Nullable Object> items(Map<?, ?> record) {
    return new Search(true).from(record);
  }

  /** The values; an array at the end is one value. */
  List<@Nullable Object> values(Map<?, ?> record) {
    return new Search(false).from(record);
  }

  /** The item that a step names by its index, or -1 where there is none. */
  static int index(String step, List<?> list) {
    if (step.isEmpty() || step.length() > 9 || (step.length() > 1 && step.charAt(0) == '0')) {
      return -1;
    }
    for (int i = 0; i < step.length(); i++) {
      if (step.charAt(i) < '0' || step.charAt(i) > '9') {
        return -1;
      }
    }
    int index = Integer.parseInt(step);
    return index < list.size() ? index : -1;
  }

  /** One walk through a record. */
  private final class Search {
    private final List<@Nullable Object> found = new ArrayList<>();
    private final boolean items;

    private Search(boolean items) {
      this.items = items;
    }

    private List<@Nullable Object> from(Map<?, ?> record) {
      object(record, 0);
      return found;
    }

    private void object(Map<?, ?> object, int depth) {
      String name = steps.get(depth);
      Object value = PlainValue.of(object.get(name));
      if (value == null && !object.containsKey(name)) {
        found.add(Missing.MISSING);
      } else if (depth == steps.size() - 1) {
        end(value);
      } else if (value instanceof Map<?, ?> inner) {
        object(inner, depth + 1);
      } else if (value instanceof List<?> list) {
        array(list, depth + 1);
      } else {
        found.add(Missing.MISSING);
      }
    }

    private void end(@Nullable Object value) {
      if (items && value instanceof List<?> list) {
        list.forEach(item -> found.add(PlainValue.of(item)));
      }
      found.add(value);
    }

    /** Only objects can lack a member: other items of the array add nothing, not even missing. */
    private void array(List<?> list, int depth) {
      for (Object item : list) {
        if (PlainValue.of(item) instanceof Map<?, ?> object) {
          object(object, depth);
        }
      }
      int index = index(steps.get(depth), list);
      if (index >= 0) {
        indexed(PlainValue.of(list.get(index)), depth);
      }
    }

    private void indexed(@Nullable Object item, int depth) {
      if (depth == steps.size() - 1) {
        found.add(item);
      } else if (item instanceof Map<?, ?> object) {
        object(object, depth + 1);
      } else if (item instanceof List<?> inner) {
        array(inner, depth + 1);
      }
    }
  }
}
