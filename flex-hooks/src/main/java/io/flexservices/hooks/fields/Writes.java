package io.flexservices.hooks.fields;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookUsage;
import java.util.List;

/** Where hooks on what is written may run. */
final class Writes {
  private static final List<HookStage> BEFORE = List.of(HookStage.BEFORE);
  private static final List<HookMethod> METHODS =
      List.of(HookMethod.CREATE, HookMethod.UPDATE, HookMethod.PATCH);

  private Writes() {}

  /** For a hook that runs before methods that write. */
  static void check(HookContext context, String label) {
    HookUsage.checkContext(context, BEFORE, METHODS, label);
  }

  /** For a hook that runs before methods that write, and after any. */
  static void checkBefore(HookContext context, String label) {
    HookUsage.checkContextIf(context, BEFORE, METHODS, label);
  }
}
