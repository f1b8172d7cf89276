package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.secret.SharedSecrets;
import io.flexservices.testing.TestRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a service does when its process was restored from a snapshot. */
class RestoreActionsTest {
  @Test
  void runInOrderAtEveryRestore() {
    List<String> done = new ArrayList<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              flex.onRestore(() -> done.add("first"));
              flex.onRestore(() -> done.add("second"));
            })) {
      assertThat(done).isEmpty();
      runtime.runtime().restored();
      assertThat(done).containsExactly("first", "second");
      runtime.runtime().restored();
      assertThat(done).hasSize(4);
    }
  }

  @Test
  void runThoughAnEarlierOneFailsWhichTheLogTells() {
    List<String> done = new ArrayList<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              flex.onRestore(
                  () -> {
                    throw new IllegalStateException("broken");
                  });
              flex.onRestore(() -> done.add("second"));
            })) {
      runtime.runtime().restored();
      assertThat(done).containsExactly("second");
      assertThat(runtime.log().messages())
          .containsExactly("An action after a restore failed: IllegalStateException: broken");
    }
  }

  @Test
  void areWhatARuntimeHeedsRestoresFor() {
    FlexOptions fetching =
        FlexOptions.defaults().withSecretSource(() -> new SharedSecrets("new", "old"));
    try (TestRuntime none = TestRuntime.of(flex -> {});
        TestRuntime secret = TestRuntime.of(flex -> {}, fetching);
        TestRuntime action = TestRuntime.of(flex -> flex.onRestore(() -> {}))) {
      assertThat(none.runtime().heedsRestores()).isFalse();
      assertThat(secret.runtime().heedsRestores()).isTrue();
      assertThat(action.runtime().heedsRestores()).isTrue();
    }
  }

  @Test
  void areRefusedOnceTheServiceIsBuilt() {
    AtomicReference<Flex> kept = new AtomicReference<>();
    try (TestRuntime runtime = TestRuntime.of(kept::set)) {
      assertThatThrownBy(() -> kept.get().onRestore(() -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "An action after a restore is registered too late: register it in"
                  + " FlexService.register, before it returns");
      assertThat(runtime.runtime().heedsRestores()).isFalse();
    }
  }
}
