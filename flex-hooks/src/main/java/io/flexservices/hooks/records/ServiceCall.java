package io.flexservices.hooks.records;

import io.flexservices.data.DataContext;
import io.flexservices.hooks.HookParams;

/**
 * The context of a data handler that the service itself calls, for a join say, and not a client of
 * Kinvey. It is on behalf of the same request: who calls, the time that is left and the logger are
 * that request's.
 */
public interface ServiceCall extends DataContext {
  /** The params of the call, to be copied before they are changed. */
  HookParams params();
}
