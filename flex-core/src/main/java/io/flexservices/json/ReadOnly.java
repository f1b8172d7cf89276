package io.flexservices.json;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain maps and lists that refuse writes at every depth, in words; wrapped as they are read. */
final class ReadOnly {
  private ReadOnly() {}

  static Map<String, @Nullable Object> map(Map<String, ?> members) {
    return new ReadOnlyMap(members);
  }

  static List<@Nullable Object> list(List<?> items) {
    return new ReadOnlyList(items);
  }

  @SuppressWarnings("unchecked") // the keys of a JSON object are strings
  private static @Nullable Object wrap(@Nullable Object value) {
    Object plain = JsonValues.plain(value);
    if (plain instanceof Map<?, ?> map) {
      return map((Map<String, ?>) map);
    }
    return plain instanceof List<?> items ? list(items) : plain;
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException(
        "What a request brought is read-only. Hand what shall travel on to the completion's setBody"
            + " or setQuery, or to requestContext's setCustomRequestProperty; to change a copy, make"
            + " one with toMap() or toList()");
  }

  private static <A, B extends @Nullable Object> Iterator<B> mapped(
      Iterator<A> from, Function<A, B> with) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return from.hasNext();
      }

      @Override
      public B next() {
        return with.apply(from.next());
      }

      @Override
      public void remove() {
        throw refused();
      }
    };
  }

  private static final class ReadOnlyMap extends AbstractMap<String, @Nullable Object> {
    private final Map<String, ?> members;

    private ReadOnlyMap(Map<String, ?> members) {
      this.members = members;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      return wrap(members.get(name));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return members.containsKey(name);
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
      throw refused();
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
      throw refused();
    }

    @Override
    public void clear() {
      throw refused();
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
          return mapped(
              members.entrySet().iterator(),
              entry -> new ReadOnlyEntry(entry.getKey(), wrap(entry.getValue())));
        }

        @Override
        public int size() {
          return members.size();
        }
      };
    }
  }

  private static final class ReadOnlyEntry
      extends AbstractMap.SimpleImmutableEntry<String, @Nullable Object> {
    private ReadOnlyEntry(String name, @Nullable Object value) {
      super(name, value);
    }

    @Override
    public @Nullable Object setValue(@Nullable Object value) {
      throw refused();
    }
  }

  private static final class ReadOnlyList extends AbstractList<@Nullable Object> {
    private final List<?> items;

    private ReadOnlyList(List<?> items) {
      this.items = items;
    }

    @Override
    public @Nullable Object get(int index) {
      return wrap(items.get(index));
    }

    @Override
    public int size() {
      return items.size();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object item) {
      throw refused();
    }

    @Override
    public void add(int index, @Nullable Object item) {
      throw refused();
    }

    @Override
    public @Nullable Object remove(int index) {
      throw refused();
    }

    @Override
    public void clear() {
      throw refused();
    }
  }
}
