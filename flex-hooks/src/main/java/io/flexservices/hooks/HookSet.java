package io.flexservices.hooks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hooks of a service by stage and method. Those for all methods run first, then those of the
 * method, each in the order of their registration. A value: every method returns another set.
 *
 * <pre>{@code
 * HookSet hooks = HookSet.none()
 *     .before(disallow("external"))
 *     .before(HookMethod.CREATE, required("name"), lowerCase("email"))
 *     .after(discard("password"));
 * }</pre>
 */
public final class HookSet {
  private static final HookSet NONE = new HookSet(List.of());

  private record Entry(HookStage stage, @Nullable HookMethod method, List<Hook> hooks) {}

  private final List<Entry> entries;
  private final Map<HookStage, Map<HookMethod, List<Hook>>> ordered =
      new EnumMap<>(HookStage.class);

  private HookSet(List<Entry> entries) {
    this.entries = entries;
    for (HookStage stage : HookStage.values()) {
      Map<HookMethod, List<Hook>> byMethod = new EnumMap<>(HookMethod.class);
      for (HookMethod method : HookMethod.values()) {
        byMethod.put(method, inOrder(stage, method));
      }
      ordered.put(stage, byMethod);
    }
  }

  /** No hooks. */
  public static HookSet none() {
    return NONE;
  }

  /** With more hooks before all methods. */
  public HookSet before(Hook... hooks) {
    return with(HookStage.BEFORE, null, hooks);
  }

  /** With more hooks before one method. */
  public HookSet before(HookMethod method, Hook... hooks) {
    return with(HookStage.BEFORE, requireNonNull(method, "method == null"), hooks);
  }

  /** With more hooks after all methods. */
  public HookSet after(Hook... hooks) {
    return with(HookStage.AFTER, null, hooks);
  }

  /** With more hooks after one method. */
  public HookSet after(HookMethod method, Hook... hooks) {
    return with(HookStage.AFTER, requireNonNull(method, "method == null"), hooks);
  }

  /** With more hooks for when any method, or a hook, failed. */
  public HookSet error(Hook... hooks) {
    return with(HookStage.ERROR, null, hooks);
  }

  /** With more hooks for when one method, or one of its hooks, failed. */
  public HookSet error(HookMethod method, Hook... hooks) {
    return with(HookStage.ERROR, requireNonNull(method, "method == null"), hooks);
  }

  /** Without the hooks of a stage. */
  public HookSet without(HookStage stage) {
    requireNonNull(stage, "stage == null");
    return new HookSet(entries.stream().filter(entry -> entry.stage() != stage).toList());
  }

  /** The hooks that run, in order. */
  public List<Hook> hooks(HookStage stage, HookMethod method) {
    return requireNonNull(requireNonNull(ordered.get(stage)).get(method));
  }

  private HookSet with(HookStage stage, @Nullable HookMethod method, Hook... hooks) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(stage, method, List.of(hooks)));
    return new HookSet(more);
  }

  private List<Hook> inOrder(HookStage stage, HookMethod method) {
    List<Hook> hooks = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.stage() == stage && entry.method() == null) {
        hooks.addAll(entry.hooks());
      }
    }
    for (Entry entry : entries) {
      if (entry.stage() == stage && entry.method() == method) {
        hooks.addAll(entry.hooks());
      }
    }
    return List.copyOf(hooks);
  }
}
