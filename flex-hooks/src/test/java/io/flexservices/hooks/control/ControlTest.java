package io.flexservices.hooks.control;

import static io.flexservices.hooks.Texts.after;
import static io.flexservices.hooks.Texts.before;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.control.Control.actOnDefault;
import static io.flexservices.hooks.control.Control.actOnDispatch;
import static io.flexservices.hooks.control.Control.debug;
import static io.flexservices.hooks.control.Control.disallow;
import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.fields.Fields.keep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
  private final List<String> lines = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {'provider':'rest'} | Provider 'rest' can not call 'find'. (disallow)",
        "'' | {} | Provider 'undefined' can not call 'find'. (disallow)",
        "server | {} | Provider 'undefined' can not call 'find'. (disallow)",
        "server | {'provider':'rest'} |",
        "rest | {'provider':'rest'} | Provider 'rest' can not call 'find'. (disallow)",
        "rest | {'provider':'socketio'} |",
        "rest | {} |",
        "rest,socketio | {'provider':'socketio'} | Provider 'socketio' can not call 'find'. (disallow)",
        "external | {'provider':'socketio'} | Provider 'socketio' can not call 'find'. (disallow)",
        "external | {} |",
        "user | {'provider':'rest','securityContext':'user'}"
            + " | Provider 'rest' can not call 'find'. (disallow)",
        "user | {'provider':'rest','securityContext':'master'} |"
      })
  void callsAreDisallowedByWhoMakesThem(String names, String params, @Nullable String refusal) {
    String[] providers = names.isEmpty() ? new String[0] : names.split(",");
    for (Hook hook : List.of(disallow(providers), disallow(context -> List.of(providers)))) {
      if (refusal == null) {
        assertThatNoException().isThrownBy(() -> run(hook, finding(params)));
      } else {
        assertThatThrownBy(() -> run(hook, finding(params)))
            .isInstanceOfSatisfying(
                HookException.class,
                thrown ->
                    assertThat(thrown.kind()).isEqualTo(HookException.Kind.METHOD_NOT_ALLOWED))
            .hasMessage(refusal);
      }
    }
  }

  @Test
  void hooksActOnWhatIsSentToClients() throws Exception {
    HookContext context = after(HookMethod.GET, "{'b':2,'pw':1}");
    context.setDispatch(object("{'c':3,'pw':1}"));
    run(actOnDispatch(discard("pw")), context);
    assertThat(context.dispatch()).isEqualTo(object("{'c':3}"));
    assertThat(context.result()).isEqualTo(object("{'b':2,'pw':1}"));
  }

  @Test
  void whatIsSentToClientsBeginsAsACopyOfTheResult() throws Exception {
    HookContext context = after(HookMethod.FIND, "{'total':1,'data':[{'a':1,'pw':2}]}");
    run(actOnDispatch(keep("a")), context);
    assertThat(context.dispatch()).isEqualTo(object("{'total':1,'data':[{'a':1}]}"));
    assertThat(context.result()).isEqualTo(object("{'total':1,'data':[{'a':1,'pw':2}]}"));
    HookContext early = run(actOnDispatch(keep("a")), before(HookMethod.CREATE, "{'b':1}"));
    assertThat(early.dispatch()).isNull();
    assertThat(early.data()).isEqualTo(object("{'b':1}"));
  }

  @Test
  void whatHooksActOnNests() throws Exception {
    List<String> acted = new ArrayList<>();
    Hook note = context -> acted.add(Objects.toString(context.params().get(HookParams.ACT_ON)));
    HookContext context = before(HookMethod.GET, "null");
    run(actOnDefault(note, note), context);
    run(actOnDispatch(note, note), context);
    run(actOnDefault(actOnDispatch(Hook.combine(note, note)), note), context);
    run(actOnDispatch(actOnDefault(Hook.combine(note, note)), note), context);
    assertThat(acted)
        .containsExactly(
            "null",
            "null",
            "dispatch",
            "dispatch",
            "dispatch",
            "dispatch",
            "null",
            "null",
            "null",
            "dispatch");
    assertThat(context.params().asMap()).isEmpty();
  }

  @Test
  void aFailureEndsActingOnDispatch() {
    HookContext context = before(HookMethod.GET, "null");
    Hook failing =
        called -> {
          throw new IllegalStateException("no hook");
        };
    assertThatThrownBy(() -> run(actOnDispatch(failing), context)).hasMessage("no hook");
    assertThat(context.params().has(HookParams.ACT_ON)).isFalse();
  }

  @Test
  void combinedHooksRunInOrderUntilOneFails() throws Exception {
    List<String> ran = new ArrayList<>();
    Hook first = context -> ran.add("first");
    Hook failing =
        context -> {
          throw new IllegalStateException("no hook");
        };
    run(Hook.combine(first, context -> ran.add("second")), before(HookMethod.GET, "null"));
    assertThatThrownBy(
            () -> run(Hook.combine(first, failing, first), before(HookMethod.GET, "null")))
        .hasMessage("no hook");
    assertThat(ran).containsExactly("first", "second", "first");
  }

  @Test
  void aLineShowsTheContext() throws Exception {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.PATCH, "posts")
            .id(5L)
            .data(object("{'a':'a'}"))
            .params(new HookParams(object("{'query':{'b':'b'},'foo':{'bar':1},'baz':2}")))
            .build();
    context.setResult(object("{'c':'c'}"));
    run(debug(lines::add, "my message", "query", "foo.bar", "none"), context);
    assertThat(shown())
        .isEqualTo(
            object(
                """
                {'label':'my message','type':'after','method':'patch','path':'posts','id':5,
                 'data':{'a':'a'},'query':{'b':'b'},'result':{'c':'c'},
                 'params props':['baz','foo','query'],
                 'params.query':{'b':'b'},'params.foo.bar':1,'params.none':null}
                """));
  }

  @Test
  void aLineShowsWhatFailed() throws Exception {
    HookContext context = HookContext.of(HookStage.ERROR, HookMethod.FIND, "posts").build();
    context.setError(new IllegalStateException("no price"));
    run(debug(lines::add, "failed"), context);
    assertThat(shown())
        .isEqualTo(
            object(
                """
                {'label':'failed','type':'error','method':'find','path':'posts',
                 'params props':[],'error':'IllegalStateException: no price'}
                """));
  }

  @Test
  void aLineShowsNoSecrets() throws Exception {
    HookContext context = before(HookMethod.CREATE, "{'password':'x1','a':[{'apiKey':'x2'}]}");
    context.params().set("token", "x3");
    context.params().setQuery(object("{'access_token':'x4'}"));
    context.setError(new IllegalStateException("Authorization: Basic x5"));
    run(debug(lines::add, "step", "token"), context);
    assertThat(lines).singleElement().asString().contains("apiKey").doesNotContainPattern("x\\d");
  }

  @Test
  void aLineIsShortEvenWhereTheRecordsAreNot() throws Exception {
    HookContext context = after(HookMethod.GET, "{'a':'" + "x".repeat(100_000) + "'}");
    run(debug(lines::add, "long"), context);
    assertThat(lines).singleElement().asString().hasSizeLessThan(20_000).startsWith("{\"label\"");
  }

  @Test
  void aValueWithoutAJsonFormHindersNoCall() throws Exception {
    HookContext context = before(HookMethod.GET, "null");
    context.params().set("service", new Object());
    run(debug(lines::add, "step", "service"), context);
    assertThat(lines).containsExactly("step: before get of posts, with values without a JSON form");
  }

  private Object shown() {
    assertThat(lines).hasSize(1);
    return JsonObject.parse(lines.get(0)).toMap();
  }
}
