package io.flexservices.modules.query;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MongoDB's order of values: by {@link Kind}, then numbers by value, texts by the bytes of their
 * UTF-8, false before true, arrays item by item, objects member by member in the order in which
 * they stand. So {@code {a, b}} and {@code {b, a}} are not equal.
 */
final class ValueOrder implements Comparator<@Nullable Object> {
  static final ValueOrder INSTANCE = new ValueOrder();

  private ValueOrder() {}

  @Override
  public int compare(@Nullable Object left, @Nullable Object right) {
    Object a = PlainValue.of(left);
    Object b = PlainValue.of(right);
    Kind kind = Kind.of(a);
    int byKind = kind.compareTo(Kind.of(b));
    return byKind != 0 || a == null || b == null ? byKind : sameKind(kind, a, b);
  }

  private int sameKind(Kind kind, Object a, Object b) {
    return switch (kind) {
      case NUMBER -> Numbers.compare((Number) a, (Number) b);
      case STRING -> texts((String) a, (String) b);
      case BOOLEAN -> Boolean.compare((Boolean) a, (Boolean) b);
      case OBJECT -> objects((Map<?, ?>) a, (Map<?, ?>) b);
      case ARRAY -> arrays((List<?>) a, (List<?>) b);
      case MISSING, NULL -> 0;
    };
  }

  /** The bytes of UTF-8 sort as code points do, which the chars of UTF-16 do not. */
  private static int texts(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** A char's place among code points: halves of a pair come after all that stand alone. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? Character.MAX_VALUE + c : c;
  }

  private int arrays(List<?> a, List<?> b) {
    Iterator<?> right = b.iterator();
    for (Object left : a) {
      if (!right.hasNext()) {
        return 1;
      }
      int order = compare(left, right.next());
      if (order != 0) {
        return order;
      }
    }
    return right.hasNext() ? -1 : 0;
  }

  private int objects(Map<?, ?> a, Map<?, ?> b) {
    Iterator<? extends Map.Entry<?, ?>> right = b.entrySet().iterator();
    for (Map.Entry<?, ?> left : a.entrySet()) {
      if (!right.hasNext()) {
        return 1;
      }
      int order = members(left, right.next());
      if (order != 0) {
        return order;
      }
    }
    return right.hasNext() ? -1 : 0;
  }

  /** The kind of the value counts before the member's name, and the name before the value. */
  private int members(Map.Entry<?, ?> a, Map.Entry<?, ?> b) {
    Kind left = Kind.of(PlainValue.of(a.getValue()));
    int order = left.compareTo(Kind.of(PlainValue.of(b.getValue())));
    if (order == 0) {
      order = texts(String.valueOf(a.getKey()), String.valueOf(b.getKey()));
    }
    return order != 0 ? order : compare(a.getValue(), b.getValue());
  }
}
