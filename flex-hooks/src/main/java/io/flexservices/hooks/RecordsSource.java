package io.flexservices.hooks;

/**
 * Gives the records of a service as one call may see them: with the rights and within the time of
 * its request. Called at most once for each context and name, on the thread of the hook that asks.
 */
@FunctionalInterface
public interface RecordsSource {
  /** The records for that call. */
  Records open(HookContext context);
}
