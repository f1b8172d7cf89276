package io.flexservices.hooks.conditions;

import static io.flexservices.hooks.Texts.before;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.conditions.Conditions.every;
import static io.flexservices.hooks.conditions.Conditions.iff;
import static io.flexservices.hooks.conditions.Conditions.iffElse;
import static io.flexservices.hooks.conditions.Conditions.isNot;
import static io.flexservices.hooks.conditions.Conditions.isProvider;
import static io.flexservices.hooks.conditions.Conditions.some;
import static io.flexservices.hooks.conditions.Conditions.unless;
import static io.flexservices.hooks.conditions.Conditions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.conditions.HookCondition.AsyncCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
  private final List<String> ran = new ArrayList<>();
  private final Hook a = context -> ran.add("a");
  private final Hook b = Hook.async(context -> CompletableFuture.runAsync(() -> ran.add("b")));
  private final Hook c = context -> ran.add("c");

  /** Both forms of a condition, holding and not. */
  private record Said(boolean holds, HookCondition condition) {}

  static Stream<Said> conditions() {
    return Stream.of(true, false)
        .flatMap(
            holds ->
                Stream.of(
                    new Said(holds, context -> holds),
                    new Said(holds, HookCondition.always(holds)),
                    new Said(holds, async(CompletableFuture.completedFuture(holds))),
                    new Said(
                        holds,
                        HookCondition.async(
                            context -> CompletableFuture.supplyAsync(() -> holds)))));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void hooksRunInOrderWhereTheConditionHolds(Said said) throws Exception {
    List<String> hooks = said.holds() ? List.of("a", "b", "c") : List.of();
    assertThat(ran(iff(said.condition(), a, b, c))).isEqualTo(hooks);
    assertThat(ran(when(said.condition(), a, b, c))).isEqualTo(hooks);
    assertThat(ran(iff(said.holds(), a, b, c))).isEqualTo(hooks);
    assertThat(ran(when(said.holds(), a, b, c))).isEqualTo(hooks);
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void unlessRunsHooksWhereTheConditionDoesNotHold(Said said) throws Exception {
    List<String> hooks = said.holds() ? List.of() : List.of("a", "b");
    assertThat(ran(unless(said.condition(), a, b))).isEqualTo(hooks);
    assertThat(ran(unless(said.holds(), a, b))).isEqualTo(hooks);
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void theOnesOrTheOthersRun(Said said) throws Exception {
    List<String> hooks = said.holds() ? List.of("a", "b") : List.of("c");
    assertThat(ran(iff(said.condition(), a, b).otherwise(c))).isEqualTo(hooks);
    assertThat(ran(when(said.condition(), a, b).otherwise(c))).isEqualTo(hooks);
    assertThat(ran(iffElse(said.condition(), List.of(a, b), List.of(c)))).isEqualTo(hooks);
    assertThat(ran(iffElse(said.holds(), List.of(a, b), List.of(c)))).isEqualTo(hooks);
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void notIsTheOpposite(Said said) throws Exception {
    assertThat(isNot(said.condition()).test(context())).isEqualTo(!said.holds());
  }

  @Test
  void conditionsNest() throws Exception {
    assertThat(ran(iff(true, a, iff(true, b, b), c, iff(false, a).otherwise(b), a)))
        .containsExactly("a", "b", "b", "c", "b", "a");
    assertThat(ran(iff(false, c).otherwise(a, iff(false, a).otherwise(iff(true, b)), a)))
        .containsExactly("a", "b", "a");
  }

  @Test
  void aConditionSeesTheCall() throws Exception {
    HookContext context = before(HookMethod.CREATE, "{'state':'draft'}");
    run(iff(called -> "draft".equals(called.valueAt("data.state")), a), context);
    assertThat(ran).containsExactly("a");
  }

  @Test
  void hooksWithoutABranchForTheAnswerDoNothing() throws Exception {
    assertThat(ran(iff(true))).isEmpty();
    assertThat(ran(iff(true).otherwise(a))).isEmpty();
  }

  @Test
  void nothingInPlaceOfABooleanIsFalse() throws Exception {
    HookCondition unknown = async(CompletableFuture.completedFuture(null));
    assertThat(ran(iff(unknown, a).otherwise(c))).containsExactly("c");
    assertThat(unknown.test(context())).isFalse();
    assertThat(isNot(unknown).test(context())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true,true,true,true", "true,false,false,true", "false,false,false,false"})
  void everyAndSomeSumUp(boolean one, boolean other, boolean every, boolean some) throws Exception {
    HookCondition first = context -> one;
    HookCondition second = async(CompletableFuture.supplyAsync(() -> other));
    assertThat(every(first, second).test(context())).isEqualTo(every);
    assertThat(every(second, first).test(context())).isEqualTo(every);
    assertThat(some(first, second).test(context())).isEqualTo(some);
    assertThat(some(second, first).test(context())).isEqualTo(some);
  }

  @Test
  void noConditionsAreEveryAndNotSome() throws Exception {
    assertThat(every().test(context())).isTrue();
    assertThat(some().test(context())).isFalse();
  }

  @Test
  void aConditionThatFailsEndsTheCall() {
    HookCondition throwing =
        context -> {
          throw new IllegalStateException("no answer");
        };
    HookCondition failing =
        async(CompletableFuture.failedFuture(new IllegalStateException("no answer")));
    for (HookCondition condition : List.of(throwing, failing)) {
      assertThatThrownBy(() -> ran(iff(condition, a).otherwise(c))).hasMessage("no answer");
      assertThatThrownBy(() -> every(context -> true, condition).test(context()))
          .hasMessage("no answer");
      assertThatThrownBy(() -> some(context -> true, condition).test(context()))
          .hasMessage("no answer");
      assertThatThrownBy(() -> isNot(condition).test(context())).hasMessage("no answer");
    }
    assertThat(ran).isEmpty();
  }

  @Test
  void aHookThatFailsBehindAConditionEndsTheCall() {
    Hook failing =
        context -> {
          throw new IllegalStateException("no hook");
        };
    assertThatThrownBy(() -> ran(iff(true, failing, a))).hasMessage("no hook");
    assertThatThrownBy(() -> ran(unless(false, failing, a))).hasMessage("no hook");
    assertThat(ran).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'provider':'rest'} | rest,external",
        "{'provider':'rest','securityContext':'user'} | rest,external,user",
        "{'provider':'rest','securityContext':'master'} | rest,external,master",
        "{'provider':'rest','securityContext':'app'} | rest,external,app",
        "{'provider':'socketio'} | socketio,external",
        "{'provider':''} | server",
        "{} | server"
      })
  void providersAreToldByWhoCalls(String params, String names) throws Exception {
    HookContext context = finding(params);
    List<String> holding = List.of(names.split(","));
    for (String name : List.of("server", "external", "rest", "socketio", "user", "app", "master")) {
      assertThat(isProvider(name).test(context)).as(name).isEqualTo(holding.contains(name));
      assertThat(isProvider("other", name).test(context)).isEqualTo(holding.contains(name));
      assertThat(isProvider(called -> List.of(name)).test(context))
          .isEqualTo(holding.contains(name));
    }
  }

  @Test
  void aProviderHasToBeNamed() {
    assertThatExceptionOfType(HookException.class)
        .isThrownBy(() -> isProvider())
        .withMessage("Calling isProvider predicate incorrectly.")
        .matches(refusal -> refusal.kind() == HookException.Kind.METHOD_NOT_ALLOWED);
  }

  private List<String> ran(Hook hook) throws Exception {
    ran.clear();
    run(hook, context());
    return List.copyOf(ran);
  }

  private static HookCondition async(CompletableFuture<? extends @Nullable Boolean> answer) {
    AsyncCondition condition = context -> answer;
    return HookCondition.async(condition);
  }

  private static HookContext context() {
    return before(HookMethod.CREATE, "{}");
  }
}
