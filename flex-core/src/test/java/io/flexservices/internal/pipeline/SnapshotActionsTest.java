package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.testing.TestRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service does before a snapshot of its process, and after a restore from one. */
class SnapshotActionsTest {
  /** The two moments. */
  enum Moment {
    SNAPSHOT("before a snapshot"),
    RESTORE("after a restore");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    void register(Flex flex, Runnable action) {
      if (this == SNAPSHOT) {
        flex.beforeSnapshot(action);
      } else {
        flex.onRestore(action);
      }
    }

    void comes(FlexRuntime runtime) {
      if (this == SNAPSHOT) {
        runtime.beforeSnapshot();
      } else {
        runtime.restored();
      }
    }

    void doesNotCome(FlexRuntime runtime) {
      (this == SNAPSHOT ? RESTORE : SNAPSHOT).comes(runtime);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runInOrderAtEveryTime(Moment moment) {
    List<String> done = new ArrayList<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              moment.register(flex, () -> done.add("first"));
              moment.register(flex, () -> done.add("second"));
            })) {
      moment.doesNotCome(runtime.runtime());
      assertThat(done).isEmpty();
      moment.comes(runtime.runtime());
      assertThat(done).containsExactly("first", "second");
      moment.comes(runtime.runtime());
      assertThat(done).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runThoughAnEarlierOneFailsWhichTheLogTells(Moment moment) {
    List<String> done = new ArrayList<>();
    try (TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              moment.register(
                  flex,
                  () -> {
                    throw new IllegalStateException("broken");
                  });
              moment.register(flex, () -> done.add("second"));
            })) {
      moment.comes(runtime.runtime());
      assertThat(done).containsExactly("second");
      assertThat(runtime.log().messages())
          .containsExactly("An action " + moment.words + " failed: IllegalStateException: broken");
    }
  }

  @ParameterizedTest
  @EnumSource
  void areRefusedOnceTheServiceIsBuilt(Moment moment) {
    AtomicReference<Flex> kept = new AtomicReference<>();
    TestRuntime.of(kept::set).close();
    assertThatThrownBy(() -> moment.register(kept.get(), () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "An action "
                + moment.words
                + " is registered too late: register it in FlexService.register, before it"
                + " returns");
  }
}
