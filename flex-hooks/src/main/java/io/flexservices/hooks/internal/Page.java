package io.flexservices.hooks.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a find gave, where that is a part of what there is: {@code {total, limit, skip, data}}. */
public final class Page {
  /** The records of a page. */
  public static final String DATA = "data";

  private Page() {}

  /** The result of a find as a page; null where it is none. */
  public static @Nullable Map<String, @Nullable Object> of(@Nullable Object result) {
    return result instanceof Map<?, ?> page && page.get(DATA) != null
        ? PlainObjects.of(page)
        : null;
  }

  /** The result of a find without the page around it. */
  public static @Nullable Object records(@Nullable Object result) {
    Map<String, @Nullable Object> page = of(result);
    return page == null ? result : page.get(DATA);
  }
}
