package io.flexservices.hooks.join;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query gives a resolver. A query may come from a client, so that there may be any number of
 * arguments of any type. A value.
 *
 * @param values the arguments in order, plain JSON values
 */
public record Arguments(List<@Nullable Object> values) {
  private static final Arguments NONE = new Arguments(List.of());

  /** Copies what is given. */
  public Arguments {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** No arguments, as where there is no query. */
  public static Arguments none() {
    return NONE;
  }

  /** An argument as it is; null where there are not so many. */
  public @Nullable Object get(int index) {
    return index < values.size() ? values.get(index) : null;
  }

  /** An argument that is a list of texts, such as field names; the default where it is not. */
  public List<String> names(int index, List<String> byDefault) {
    requireNonNull(byDefault, "byDefault == null");
    if (!(get(index) instanceof List<?> given)) {
      return byDefault;
    }
    List<String> names = new ArrayList<>();
    for (Object name : given) {
      if (!(name instanceof String text)) {
        return byDefault;
      }
      names.add(text);
    }
    return names;
  }

  /** An argument that is a number, without its fraction; the default where it is not. */
  public long whole(int index, long byDefault) {
    return get(index) instanceof Number number ? number.longValue() : byDefault;
  }
}
