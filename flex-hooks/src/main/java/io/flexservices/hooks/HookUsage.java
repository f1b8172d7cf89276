package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells where a hook was registered that has no business there. The texts are those of the hook
 * documents' utilities of the same names.
 *
 * <pre>{@code
 * checkContext(context, List.of(HookStage.BEFORE), List.of(HookMethod.PATCH), "stampChanges");
 * }</pre>
 */
public final class HookUsage {
  private HookUsage() {}

  /**
   * Checks that a hook may run at that stage of that method.
   *
   * @param stages the stages it is for; none stands for all
   * @param methods the methods it is for; none stands for all
   * @param label the hook's name, for the message
   * @throws IllegalStateException where it may not
   */
  public static void checkContext(
      HookContext context, List<HookStage> stages, List<HookMethod> methods, String label) {
    requireNonNull(context, "context == null");
    requireNonNull(label, "label == null");
    if (!stages.isEmpty() && !stages.contains(context.stage())) {
      throw new IllegalStateException(
          "The '%s' hook can only be used as a '%s' hook.".formatted(label, names(stages)));
    }
    if (!methods.isEmpty() && !methods.contains(context.method())) {
      throw new IllegalStateException(
          "The '%s' hook can only be used on the '%s' service method(s)."
              .formatted(label, list(methods)));
    }
  }

  /** The same for the methods, but only where the stage is among the given; others may be any. */
  public static void checkContextIf(
      HookContext context, List<HookStage> stages, List<HookMethod> methods, String label) {
    if (stages.contains(context.stage())) {
      checkContext(context, stages, methods, label);
    }
  }

  private static String names(List<HookStage> stages) {
    return stages.stream().map(HookStage::documentName).collect(Collectors.joining(","));
  }

  private static String list(List<HookMethod> methods) {
    return methods.stream()
        .map(method -> '"' + method.documentName() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
