package io.flexservices.hooks;

import static io.flexservices.hooks.HookMethod.CREATE;
import static io.flexservices.hooks.HookMethod.GET;
import static io.flexservices.hooks.HookMethod.PATCH;
import static io.flexservices.hooks.HookStage.AFTER;
import static io.flexservices.hooks.HookStage.BEFORE;
import static io.flexservices.hooks.HookUsage.checkContext;
import static io.flexservices.hooks.HookUsage.checkContextIf;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HookUsageTest {
  private final HookContext context = Texts.before(CREATE, "{}");

  @Test
  void aHookMayRunWhereItIsFor() {
    assertThatCode(
            () -> {
              checkContext(context, List.of(), List.of(), "h");
              checkContext(context, List.of(BEFORE), List.of(), "h");
              checkContext(context, List.of(AFTER, BEFORE), List.of(PATCH, CREATE), "h");
              checkContextIf(context, List.of(AFTER), List.of(PATCH), "h");
              checkContextIf(context, List.of(BEFORE), List.of(CREATE), "h");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aHookMayNotRunAtOtherStages() {
    assertThatIllegalStateException()
        .isThrownBy(() -> checkContext(context, List.of(AFTER), List.of(CREATE), "h"))
        .withMessage("The 'h' hook can only be used as a 'after' hook.");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> checkContext(context, List.of(AFTER, HookStage.ERROR), List.of(CREATE), "h"))
        .withMessage("The 'h' hook can only be used as a 'after,error' hook.");
  }

  @Test
  void aHookMayNotRunAroundOtherMethods() {
    for (List<HookStage> stages : List.of(List.of(BEFORE), List.of(BEFORE, AFTER))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> checkContext(context, stages, List.of(GET, PATCH), "h"))
          .withMessage(
              "The 'h' hook can only be used on the '[\"get\",\"patch\"]' service method(s).");
      assertThatIllegalStateException()
          .isThrownBy(() -> checkContextIf(context, stages, List.of(GET), "h"))
          .withMessage("The 'h' hook can only be used on the '[\"get\"]' service method(s).");
    }
  }
}
