package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through a value and all that is in it. */
final class Traversal {
  private final Transformer transformer;

  Traversal(Transformer transformer) {
    this.transformer = requireNonNull(transformer, "transformer == null");
  }

  /** Goes through each item of a list, or through a value that is none. */
  void each(@Nullable Object items) throws Exception {
    for (Object item : items instanceof List<?> list ? list : Collections.singletonList(items)) {
      visit(new TraversedNode(null, null, item));
    }
  }

  /** Whether to go on. */
  private boolean visit(TraversedNode node) throws Exception {
    transformer.transform(node);
    if (!node.isEntered()) {
      return !node.isLast();
    }
    if (node.value() instanceof Map<?, ?> object) {
      return members(node, object);
    }
    return !(node.value() instanceof List<?> list) || items(node, list);
  }

  private boolean members(TraversedNode node, Map<?, ?> object) throws Exception {
    for (Object name : List.copyOf(object.keySet())) {
      boolean isThere = object.containsKey(name); // another member's turn may have taken it out
      if (isThere && !visit(new TraversedNode(node, (String) name, object.get(name)))) {
        return false;
      }
    }
    return true;
  }

  private boolean items(TraversedNode node, List<?> list) throws Exception {
    int index = 0;
    while (index < list.size()) {
      TraversedNode item = new TraversedNode(node, Integer.toString(index), list.get(index));
      if (!visit(item)) {
        return false;
      }
      index += item.isRemoved() ? 0 : 1;
    }
    return true;
  }
}
