package io.flexservices.json;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON array: an unmodifiable view over a plain list, which stays reachable by {@link #asList()}.
 * Accessors as those of {@link JsonObject}; an index beyond the end is missing. Iteration gives the
 * items as {@link #value} does.
 */
public final class JsonArray implements Iterable<@Nullable Object> {
  private final List<@Nullable Object> items;

  private JsonArray(List<@Nullable Object> items) {
    this.items = items;
  }

  /** A view over a list of plain values. */
  @SuppressWarnings("unchecked") // the view is read-only, so a narrower item type does no harm
  public static JsonArray of(List<?> items) {
    requireNonNull(items, "items == null");
    return new JsonArray((List<@Nullable Object>) (List<?>) items);
  }

  /** The items as a plain list that refuses writes, in itself and in what it holds. */
  public List<@Nullable Object> asList() {
    return ReadOnly.list(items);
  }

  /** A copy in modifiable lists and maps. */
  public List<@Nullable Object> toList() {
    return JsonValues.copy(items);
  }

  /** What the view stands over, for those in this package who only read. */
  List<@Nullable Object> items() {
    return items;
  }

  /** How many items there are. */
  public int size() {
    return items.size();
  }

  /** Whether there is no item. */
  public boolean isEmpty() {
    return items.isEmpty();
  }

  /** An item as it is: objects and arrays as views, everything else plain. */
  public @Nullable Object value(int index) {
    return JsonValues.view(item(index));
  }

  /** A string. */
  public @Nullable String string(int index) {
    return JsonValues.string(item(index), index);
  }

  /** A whole number within the range of long. */
  public @Nullable Long integer(int index) {
    return JsonValues.integer(item(index), index);
  }

  /** A number with its exact value. */
  public @Nullable BigDecimal decimal(int index) {
    return JsonValues.decimal(item(index), index);
  }

  /** A boolean. */
  public @Nullable Boolean bool(int index) {
    return JsonValues.bool(item(index), index);
  }

  /** An object. */
  public @Nullable JsonObject object(int index) {
    return JsonValues.object(item(index), index);
  }

  /** An array. */
  public @Nullable JsonArray array(int index) {
    return JsonValues.array(item(index), index);
  }

  /** The items, which must all be objects. */
  public Stream<JsonObject> objects() {
    return Stream.iterate(0, i -> i + 1)
        .limit(items.size())
        .map(i -> requireNonNull(object(i), () -> "item " + i + " is null"));
  }

  @Override
  public Iterator<@Nullable Object> iterator() {
    Iterator<@Nullable Object> plain = items.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return plain.hasNext();
      }

      @Override
      public @Nullable Object next() {
        return JsonValues.view(plain.next());
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonArray that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  /** The JSON text. */
  @Override
  public String toString() {
    return Json.text(items);
  }

  private @Nullable Object item(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : null;
  }
}
