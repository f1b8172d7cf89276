package io.flexservices.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first completion counts, every later one is logged. */
class FirstOutcomeTest {
  private final TestCompletions request = new TestCompletions(false);
  private final DataCompletion complete = request.completions.data();

  @Test
  void isNothingBeforeACompletion() {
    complete.setBody(1).ok();
    assertThat(request.first.get()).isNull();
  }

  @Test
  void givesTheFirstToWhoeverCompletesAgain() {
    Outcome first = complete.setBody(1).ok().next();
    Outcome second = complete.setBody(2).created().done();
    assertThat(second).isSameAs(first).isSameAs(request.first.get());
    assertThat(request.log.messages()).containsExactly("completed twice");
    assertThat(request.log.records().get(0).string("level")).isEqualTo("error");
  }

  @Test
  void logsEveryLaterCompletionOfOneBuilder() {
    DataCompletion chain = complete.ok();
    chain.next();
    chain.next();
    chain.done();
    assertThat(request.log.messages()).containsExactly("completed twice", "completed twice");
  }

  @Test
  void letsOneOfManyThreadsWin() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Callable<Outcome>> racers =
        IntStream.range(0, 64)
            .mapToObj(i -> (Callable<Outcome>) () -> complete.setBody(i).ok().next())
            .toList();
    for (var outcome : threads.invokeAll(racers)) {
      assertThat(outcome.get()).isSameAs(request.first.get());
    }
    threads.shutdown();
    assertThat(request.log.lines()).hasSize(63);
  }
}
