package io.flexservices.internal.routing;

import io.flexservices.data.DataEvent;
import org.jspecify.annotations.Nullable;

/** What a request is for. */
public sealed interface Route {
  /** What a handler is for. */
  sealed interface OfHandler extends Route {}

  /** The health check. */
  record Health() implements Route {}

  /** Service discovery. */
  record Discovery() implements Route {}

  /**
   * A data event. Whether an insert is one of many shows in the body, so {@code event} is {@code
   * ON_INSERT} for both.
   */
  record Data(String serviceObjectName, DataEvent event, @Nullable String entityId)
      implements OfHandler {}

  /** A FlexFunction. */
  record Function(String name) implements OfHandler {}

  /**
   * Background work.
   *
   * @param name the task, for a schedule; null where the body is a signed event
   */
  record Background(@Nullable String name) implements Route {}

  /** A FlexAuth handler. */
  record Auth(String name) implements OfHandler {}
}
