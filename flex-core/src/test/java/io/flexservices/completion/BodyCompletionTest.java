package io.flexservices.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.flexservices.error.KinveyError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Statuses and bodies of data handlers and functions, by the rules of the Flex SDK. */
class BodyCompletionTest {
  private static final Map<String, String> BODY = Map.of("a", "b");

  static Stream<Arguments> successes() {
    return Stream.of(
        success(200, DataCompletion::ok),
        success(201, DataCompletion::created),
        success(202, DataCompletion::accepted),
        success(200, complete -> complete));
  }

  private static Arguments success(int status, UnaryOperator<DataCompletion> call) {
    return arguments(status, call);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        failure(DataCompletion::notFound, DataCompletion::notFound, KinveyError::notFound),
        failure(DataCompletion::badRequest, DataCompletion::badRequest, KinveyError::badRequest),
        failure(
            DataCompletion::unauthorized, DataCompletion::unauthorized, KinveyError::unauthorized),
        failure(DataCompletion::forbidden, DataCompletion::forbidden, KinveyError::forbidden),
        failure(DataCompletion::notAllowed, DataCompletion::notAllowed, KinveyError::notAllowed),
        failure(
            DataCompletion::notImplemented,
            DataCompletion::notImplemented,
            KinveyError::notImplemented),
        failure(
            DataCompletion::runtimeError, DataCompletion::runtimeError, KinveyError::runtimeError));
  }

  private static Arguments failure(
      UnaryOperator<DataCompletion> bare,
      BiFunction<DataCompletion, Object, DataCompletion> explained,
      Function<Object, KinveyError> error) {
    return arguments(bare, explained, error);
  }

  @ParameterizedTest
  @MethodSource("successes")
  void succeedsWithTheBody(int status, UnaryOperator<DataCompletion> call) {
    for (DataCompletion chain :
        List.of(
            call.apply(TestCompletions.data().setBody(BODY)),
            call.apply(TestCompletions.data()).setBody(BODY))) {
      Outcome outcome = chain.next();
      assertThat(outcome.status()).isEqualTo(status);
      assertThat(outcome.body()).isEqualTo(BODY);
      assertThat(outcome.isNext()).isTrue();
    }
    Outcome without = call.apply(TestCompletions.data()).done();
    assertThat(without.status()).isEqualTo(status);
    assertThat(without.body()).isNull();
    assertThat(without.isNext()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failsWithTheArgumentElseTheBodyElseNothing(
      UnaryOperator<DataCompletion> bare,
      BiFunction<DataCompletion, Object, DataCompletion> explained,
      Function<Object, KinveyError> error) {
    isError(bare.apply(TestCompletions.data()), error.apply(Map.of()));
    isError(bare.apply(TestCompletions.data().setBody(BODY)), error.apply(BODY));
    isError(bare.apply(TestCompletions.data().setBody("because")), error.apply("because"));
    isError(explained.apply(TestCompletions.data(), "why"), error.apply("why"));
    isError(explained.apply(TestCompletions.data().setBody(BODY), "why"), error.apply("why"));
    isError(explained.apply(TestCompletions.data().setBody(BODY), null), error.apply(BODY));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void showsAnExceptionByNameAndMessage(
      UnaryOperator<DataCompletion> bare,
      BiFunction<DataCompletion, Object, DataCompletion> explained,
      Function<Object, KinveyError> error) {
    Exception broke = new IllegalStateException("broke");
    Map<String, String> shown = Map.of("name", "IllegalStateException", "message", "broke");
    isError(bare.apply(TestCompletions.data().setBody(broke)), error.apply(shown));
    isError(explained.apply(TestCompletions.data(), broke), error.apply(shown));
  }

  @Test
  void showsTheStackTraceWhereThatIsOn() {
    Outcome outcome =
        new TestCompletions(true).completions.data().badRequest(new Exception("x")).next();
    assertThat(((Map<?, ?>) ((Map<?, ?>) outcome.body()).get("debug")).get("stack").toString())
        .startsWith("java.lang.Exception: x");
  }

  @Test
  void takesFalsyExplanationsForNone() {
    for (Object falsy : Arrays.asList(false, 0, "", null, Double.NaN)) {
      isError(TestCompletions.data().notFound(falsy), KinveyError.notFound(Map.of()));
      isError(TestCompletions.data().setBody("b").notFound(falsy), KinveyError.notFound("b"));
    }
    isError(TestCompletions.data().setBody(0).notFound(), KinveyError.notFound(Map.of()));
    isError(TestCompletions.data().notFound(List.of()), KinveyError.notFound(List.of()));
  }

  @Test
  void obeysTheLastStatus() {
    assertThat(TestCompletions.data().created().ok().next().status()).isEqualTo(200);
    assertThat(TestCompletions.data().notFound().created().next().status()).isEqualTo(201);
    isError(
        TestCompletions.data().setBody("x").notFound().badRequest(),
        KinveyError.badRequest(KinveyError.notFound("x").toJson()));
  }

  @Test
  void keepsAnErrorsBodyUnlessItIsReplaced() {
    Outcome forgiven = TestCompletions.data().notFound("x").ok().next();
    assertThat(forgiven.body()).isEqualTo(KinveyError.notFound("x").toJson());
    Outcome replaced = TestCompletions.data().notFound("x").setBody(BODY).next();
    assertThat(replaced.status()).isEqualTo(404);
    assertThat(replaced.body()).isEqualTo(BODY);
  }

  @Test
  void leavesTheBodyWhereItIsSetToNull() {
    assertThat(TestCompletions.data().setBody(BODY).setBody(null).next().body()).isEqualTo(BODY);
    assertThat(TestCompletions.data().setBody(BODY).setBody(false).next().body()).isEqualTo(false);
  }

  @Test
  void beginsAFreshBuilderWithEveryCall() {
    DataCompletion complete = TestCompletions.data();
    DataCompletion abandoned = complete.setBody("abandoned").notFound();
    assertThat(complete.ok().next().body()).isNull();
    assertThat(abandoned).isNotSameAs(complete);
  }

  @Test
  @SuppressWarnings("deprecation") // the documents' deprecated form
  void beginsWithABodyInTheDeprecatedForm() {
    assertThat(TestCompletions.data().with(BODY).created().next().body()).isEqualTo(BODY);
    isError(TestCompletions.data().with("nope").notFound(), KinveyError.notFound("nope"));
    assertThat(TestCompletions.data().setBody(BODY).with(null).next().body()).isNull();
  }

  @Test
  void chainsAreOneBuilder() {
    DataCompletion chain = TestCompletions.data().setBody(1);
    chain.setBody(2);
    chain.created();
    Outcome outcome = chain.next();
    assertThat(outcome.body()).isEqualTo(2);
    assertThat(outcome.status()).isEqualTo(201);
  }

  @Test
  void takesAnErrorAsItIs() {
    KinveyError error = KinveyError.notAllowed(Map.of("message", "no"));
    isError(TestCompletions.data().setBody("lost").error(error), error);
  }

  @Test
  void endsAnotherHandlerWithoutEndingItself() {
    TestCompletions request = new TestCompletions(false);
    DataCompletion complete = request.completions.data();
    Outcome inner = complete.apart().setBody(Map.of("a", 1)).created().done();
    assertThat(request.first.get()).isNull();

    Outcome ended = complete.endAs(inner.withBody(Map.of("b", 2)));

    assertThat(request.first.get()).isSameAs(ended);
    assertThat(ended.status()).isEqualTo(201);
    assertThat(ended.isNext()).isFalse();
    assertThat(ended.body()).isEqualTo(Map.of("b", 2));
    assertThat(inner.body()).isEqualTo(Map.of("a", 1));
    assertThat(request.log.records()).isEmpty();
  }

  @Test
  void countsTheEndingsOfAnotherHandlerApart() {
    TestCompletions request = new TestCompletions(false);
    DataCompletion apart = request.completions.data().apart();
    Outcome first = apart.setBody(1).next();
    assertThat(apart.setBody(2).next()).isSameAs(first);
    assertThat(request.log.records()).hasSize(1);
    assertThat(request.first.get()).isNull();
  }

  private static void isError(DataCompletion chain, KinveyError error) {
    Outcome outcome = chain.done();
    assertThat(outcome.status()).isEqualTo(error.status());
    assertThat(outcome.body()).isEqualTo(error.toJson());
  }
}
