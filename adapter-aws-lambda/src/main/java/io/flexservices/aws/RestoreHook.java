package io.flexservices.aws;

import io.flexservices.runtime.FlexRuntime;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Tells the runtime when the process was restored from a snapshot, which may be weeks old. Loaded
 * only where the runtime heeds restores: something was fetched, or the service asks to be told.
 * Source: Lambda's developer guide, "Implement code before or after Lambda function snapshots".
 */
final class RestoreHook implements Resource {
  private final FlexRuntime runtime;

  private RestoreHook(FlexRuntime runtime) {
    this.runtime = runtime;
  }

  /** The hook of a runtime. Whoever calls must keep it: CRaC itself holds it weakly. */
  static Object register(FlexRuntime runtime) {
    RestoreHook hook = new RestoreHook(runtime);
    Core.getGlobalContext().register(hook);
    return hook;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    // What was fetched stays until the restore: a snapshot is encrypted as the function's own.
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    runtime.restored();
  }
}
