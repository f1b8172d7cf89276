package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.FastJoin.fastJoin;
import static io.flexservices.hooks.records.RecordsSources.collection;
import static io.flexservices.hooks.records.RecordsSources.userStore;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.context.HandlerOptions;
import io.flexservices.data.DataEvent;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.kinvey.Hooks;
import io.flexservices.json.Json;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler whose answer is joined with what Kinvey's backend has. */
@Timeout(60)
class JoinOverKinveyTest {
  private static final Services SERVICES =
      Services.none().with("comments", collection("comments")).with("users", userStore());

  static void posts(Flex flex) {
    Hooks.on(flex.data().serviceObject("posts"), SERVICES)
        .after(fastJoin(JoinExamplesTest.ofGuide()))
        .onGetAll(
            (context, complete, modules) ->
                complete.setBody(requireNonNull(Json.parse(GuideData.POSTS))).ok().next());
  }

  @Test
  void postsCommentsAndUsersTakeTwoRequests() {
    try (FakeBackend backend = FakeBackend.start();
        FlexTestClient client = FlexTestClient.of(JoinOverKinveyTest::posts).withBackend(backend)) {
      backend.otherwise(
          call ->
              FakeAnswer.json(
                  200,
                  Json.parse(
                      call.path().startsWith("/user/") ? GuideData.USERS : GuideData.COMMENTS)));

      FlexTestResponse joined = client.get("/posts").send();

      assertThat(Json.parse(joined.text())).isEqualTo(Json.parse(GuideData.JOINED));
      List<FakeCall> calls = backend.calls();
      assertThat(calls)
          .extracting(call -> call.query().get("query"))
          .containsExactlyInAnyOrder(
              "{\"id\":{\"$in\":[101,102,103,104]}}", "{\"postId\":{\"$in\":[1,2,3,4]}}");
    }
  }

  @Test
  void aResolverThatNeverEndsIsEndedByTheRequestsDeadline() {
    Resolvers never = Resolvers.none().join("author", (post, context) -> new CompletableFuture<>());
    try (FlexTestClient client =
        FlexTestClient.of(
            flex ->
                Hooks.on(flex.data().serviceObject("posts"))
                    .after(fastJoin(never))
                    .on(
                        DataEvent.ON_GET_ALL,
                        HandlerOptions.within(Duration.ofMillis(300)),
                        (context, complete, modules) ->
                            complete
                                .setBody(requireNonNull(Json.parse(GuideData.POSTS)))
                                .ok()
                                .next()))) {
      FlexTestResponse answer = client.get("/posts").send();

      assertThat(answer.status()).isEqualTo(550);
      assertThat(answer.json().string("error")).isEqualTo("FlexRuntimeError");
      assertThat(answer.json().string("debug")).contains("300 ms");
    }
  }
}
