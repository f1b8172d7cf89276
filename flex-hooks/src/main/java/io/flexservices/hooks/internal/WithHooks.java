package io.flexservices.hooks.internal;

import io.flexservices.data.AsyncDataHandler;

/** A data handler in the wrapping of its hooks, which sees to the conditions of a query itself. */
public interface WithHooks extends AsyncDataHandler {
  /** The handler without its hooks. */
  AsyncDataHandler bare();
}
