package io.flexservices.aws;

import io.flexservices.runtime.FlexRuntime;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What is done around a snapshot of the process, from which Lambda starts every instance of a
 * version, weeks later perhaps. Loaded only where one will be taken.
 *
 * <p>Source: Lambda's developer guide, "Lambda SnapStart runtime hooks for Java": the hooks before
 * the snapshot count as part of the start, which has 130 seconds or the function's own timeout,
 * whichever is longer; those after a restore have 10 seconds together with the runtime's own work,
 * so little is done there. What a hook throws fails the version, and the restore.
 */
final class SnapshotHook implements Resource {
  private final FlexRuntime runtime;

  private SnapshotHook(FlexRuntime runtime) {
    this.runtime = runtime;
  }

  /** The hook of a runtime. Whoever calls must keep it: CRaC itself holds it weakly. */
  static Object register(FlexRuntime runtime) {
    SnapshotHook hook = new SnapshotHook(runtime);
    Core.getGlobalContext().register(hook);
    return hook;
  }

  /** What was fetched stays until the restore: a snapshot is encrypted as the function's own. */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Priming.run(runtime);
    runtime.beforeSnapshot();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    runtime.restored();
  }
}
