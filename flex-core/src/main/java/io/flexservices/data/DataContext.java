package io.flexservices.data;

import io.flexservices.context.FlexContext;
import io.flexservices.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a data handler is told of its request. */
public interface DataContext extends FlexContext {
  /** The event that the handler answers. */
  DataEvent event();

  /** The name of the service object. */
  String serviceObjectName();

  /** The id in the path, decoded; null where there is none. */
  @Nullable String entityId();

  /**
   * The parameters of the query string, null where there are none: {@code query}, {@code sort} and
   * the like are JSON texts, and every value stays a string. A name that comes several times has an
   * array of strings, a name with brackets nests ({@code a[b]=1}).
   */
  @Nullable JsonObject query();
}
