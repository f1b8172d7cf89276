package io.flexservices.internal.routing;

import io.flexservices.data.DataEvent;
import org.jspecify.annotations.Nullable;

/** What a request is for. */
public sealed interface Route {
  /** The health check. */
  record Health() implements Route {}

  /** Service discovery. */
  record Discovery() implements Route {}

  /**
   * A data event. Whether an insert is one of many shows in the body, so {@code event} is {@code
   * ON_INSERT} for both.
   */
  record Data(String serviceObjectName, DataEvent event, @Nullable String entityId)
      implements Route {}

  /** A FlexFunction. */
  record Function(String name) implements Route {}

  /**
   * Background work.
   *
   * @param name the task, for a schedule; null where the body is a signed event
   */
  record Background(@Nullable String name) implements Route {}

  /** A FlexAuth handler. */
  record Auth(String name) implements Route {}
}
