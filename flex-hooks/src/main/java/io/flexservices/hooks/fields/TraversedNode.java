package io.flexservices.hooks.fields;

import static java.util.Objects.requireNonNull;

import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that {@link RecordChanges#traverse(Transformer)} came to, and where it is. For use within
 * the call of the {@link Transformer} alone.
 */
public final class TraversedNode {
  private final @Nullable TraversedNode parent;
  private final @Nullable String key;
  private @Nullable Object value;
  private boolean isRemoved;
  private boolean isSkipped;
  private boolean isLast;

  TraversedNode(@Nullable TraversedNode parent, @Nullable String key, @Nullable Object value) {
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  /** The value: an object, a list or a plain value. */
  public @Nullable Object value() {
    return value;
  }

  /** The member's name, or the position in a list as text; null at the root. */
  public @Nullable String key() {
    return key;
  }

  /** The object or the list that this is in; null at the root. */
  public @Nullable TraversedNode parent() {
    return parent;
  }

  /** The keys that lead here from the root, which is the whole record. */
  public List<String> path() {
    LinkedList<String> path = new LinkedList<>();
    for (TraversedNode node = this; node.key != null && node.parent != null; node = node.parent) {
      path.addFirst(node.key);
    }
    return path;
  }

  /** Whether this is the whole record. */
  public boolean isRoot() {
    return parent == null;
  }

  /** Whether nothing is inside: a plain value, or an object or list that is empty. */
  public boolean isLeaf() {
    return value instanceof Map<?, ?> object
        ? object.isEmpty()
        : !(value instanceof List<?> list) || list.isEmpty();
  }

  /**
   * Puts another value in its place, which is what is looked into next. A whole record stays where
   * it is: {@link RecordChanges#mapItems} replaces those.
   */
  public void update(@Nullable Object value) {
    this.value = value;
    if (parent != null) {
      parent.put(requireNonNull(key), value);
    }
  }

  /** Takes it out of the object or the list that it is in. A whole record stays where it is. */
  public void remove() {
    if (parent != null && !isRemoved) {
      parent.take(requireNonNull(key));
      isRemoved = true;
    }
  }

  /** Does not look into it; the js-traverse library's {@code block}. */
  public void skip() {
    isSkipped = true;
  }

  /** Looks at nothing more of this record. */
  public void stop() {
    isLast = true;
  }

  boolean isRemoved() {
    return isRemoved;
  }

  boolean isLast() {
    return isLast;
  }

  /** Whether there is something to look into. What holds itself is not looked into again. */
  boolean isEntered() {
    if (isRemoved || isSkipped || isLast) {
      return false;
    }
    for (TraversedNode above = parent; above != null; above = above.parent) {
      if (above.value == value) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // plain JSON values take any value
  private void put(String name, @Nullable Object changed) {
    if (value instanceof Map<?, ?> object) {
      ((Map<String, @Nullable Object>) object).put(name, changed);
    } else if (value instanceof List<?> list) {
      ((List<@Nullable Object>) list).set(Integer.parseInt(name), changed);
    }
  }

  private void take(String name) {
    if (value instanceof Map<?, ?> object) {
      object.remove(name);
    } else if (value instanceof List<?> list) {
      list.remove(Integer.parseInt(name));
    }
  }
}
