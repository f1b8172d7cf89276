package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.populate;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.Services;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many records, deep schemas, many threads, failures. */
@Timeout(60)
class PopulateScaleTest {
  private static final long SMALL_STACK = 160 * 1024;

  /** Calls that are answered when the test says so. */
  private static final class HeldRecords implements Records {
    private final Queue<CompletableFuture<List<Map<String, @Nullable Object>>>> held =
        new ArrayDeque<>();
    private int calls;

    @Override
    public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
      CompletableFuture<List<Map<String, @Nullable Object>>> answer = new CompletableFuture<>();
      held.add(answer);
      calls++;
      return answer;
    }

    void answerOne() {
      requireNonNull(held.remove()).complete(record("name", "John"));
    }
  }

  @Test
  void joinsToAHundredThousandRecordsOnASmallStack() throws Exception {
    HookContext context = context(posts(100_000), PopulateScaleTest::echo);

    onASmallStack(() -> populate(PopulateSchema.of(author())).run(context));

    assertThat(context.records())
        .hasSize(100_000)
        .allSatisfy(
            post ->
                assertThat(post.get("author"))
                    .isEqualTo(Map.of("id", requireNonNull(post.get("by")))));
  }

  @Test
  void joinsAThousandLevelsDeepOnASmallStack() throws Exception {
    for (Records records : List.<Records>of(PopulateScaleTest::echo, PopulateScaleTest::later)) {
      HookContext context = context(posts(1), records);

      onASmallStack(() -> populate(PopulateSchema.of(nested(1_000))).run(context));

      Object post = context.records().get(0);
      int depth = 0;
      while (post instanceof Map<?, ?> record && record.get("author") != null) {
        post = record.get("author");
        depth++;
      }
      assertThat(depth).isEqualTo(1_000);
    }
  }

  @Test
  void changesRecordsByOneThreadAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Records records =
          params ->
              CompletableFuture.supplyAsync(() -> record("id", params.query().get("id")), threads);
      HookContext context = context(posts(2_000), records);
      List<Include> includes = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        includes.add(author().nameAs("author" + i));
      }

      populate(PopulateSchema.of(includes.toArray(Include[]::new))).run(context);

      assertThat(context.records())
          .allSatisfy(
              post -> {
                assertThat(post).hasSize(2 + 10);
                assertThat((List<?>) requireNonNull(post.get("_include"))).hasSize(10);
              });
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void hasNoMoreCallsUnderWayThanItMay() {
    HeldRecords records = new HeldRecords();
    HookContext context = context(posts(200), records);

    CompletableFuture<?> joined = start(PopulateOptions.of(PopulateSchema.of(author())), context);
    assertThat(records.held).hasSize(64);
    for (int answered = 1; answered <= 136; answered++) {
      records.answerOne();
      assertThat(records.held).hasSize(64);
    }
    assertThat(joined).isNotDone();
    while (!records.held.isEmpty()) {
      records.answerOne();
    }

    assertThat(joined).isCompleted();
    assertThat(records.calls).isEqualTo(200);
  }

  @Test
  void makesTheCallsOfARecordsChildrenBeforeOthersAreAnswered() {
    HeldRecords records = new HeldRecords();
    HookContext context = context(posts(2), records);

    CompletableFuture<?> joined =
        start(
            PopulateOptions.of(
                PopulateSchema.of(author().include(Include.of("users").query(Map.of())))),
            context);
    assertThat(records.calls).isEqualTo(2);
    records.answerOne();
    assertThat(records.calls).isEqualTo(3);
    while (!records.held.isEmpty()) {
      records.answerOne();
    }

    assertThat(joined).isCompleted();
    assertThat(records.calls).isEqualTo(4);
  }

  @Test
  void endsAtTheFirstFailureAndChangesNothingAfterwards() {
    HeldRecords records = new HeldRecords();
    HookContext context = context(posts(5), records);
    PopulateOptions options = PopulateOptions.of(PopulateSchema.of(author())).withCallLimit(2);
    IllegalStateException down = new IllegalStateException("down");

    CompletableFuture<?> joined = start(options, context);
    requireNonNull(records.held.remove()).completeExceptionally(down);

    assertThatThrownBy(joined::join).hasCause(down);
    records.answerOne();
    assertThat(records.calls).isEqualTo(2);
    assertThat(context.records()).noneSatisfy(post -> assertThat(post).containsKey("author"));
  }

  @Test
  void failsAsAServiceDoesThatThrows() {
    IllegalStateException down = new IllegalStateException("down");
    HookContext context =
        context(
            posts(3),
            params -> {
              throw down;
            });

    CompletableFuture<?> joined = start(PopulateOptions.of(PopulateSchema.of(author())), context);

    assertThatThrownBy(joined::join).hasCause(down);
  }

  private static CompletableFuture<?> start(PopulateOptions options, HookContext context) {
    try {
      return populate(options).start(context).toCompletableFuture();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Include author() {
    return Include.of("users").nameAs("author").parentField("by").childField("id");
  }

  private static Include nested(int depth) {
    Include include = Include.of("users").nameAs("author").query(Map.of("id", 1));
    for (int i = 1; i < depth; i++) {
      include = Include.of("users").nameAs("author").query(Map.of("id", 1)).include(include);
    }
    return include;
  }

  private static CompletionStage<List<Map<String, @Nullable Object>>> echo(HookParams params) {
    return CompletableFuture.completedStage(record("id", params.query().get("id")));
  }

  private static CompletionStage<List<Map<String, @Nullable Object>>> later(HookParams params) {
    return CompletableFuture.supplyAsync(() -> record("id", params.query().get("id")));
  }

  private static List<Map<String, @Nullable Object>> record(String name, @Nullable Object value) {
    Map<String, @Nullable Object> record = new HashMap<>();
    record.put(name, value);
    return new ArrayList<>(List.of(record));
  }

  private static List<Map<String, @Nullable Object>> posts(int count) {
    List<Map<String, @Nullable Object>> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(new HashMap<>(Map.of("by", i)));
    }
    return posts;
  }

  private static HookContext context(Object result, Records users) {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts")
            .services(Services.none().withRecords("users", users))
            .build();
    context.setResult(result);
    return context;
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void onASmallStack(Work work) throws Exception {
    CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    Runnable body =
        () -> {
          try {
            work.run();
            done.complete(null);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        };
    new Thread(null, body, "small-stack", SMALL_STACK).start();
    done.get(50, TimeUnit.SECONDS);
  }
}
