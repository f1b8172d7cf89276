package io.flexservices.hooks.queries;

import static io.flexservices.hooks.Texts.after;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.plain;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.Texts.value;
import static io.flexservices.hooks.queries.Queries.discardQuery;
import static io.flexservices.hooks.queries.Queries.keepInQueryArray;
import static io.flexservices.hooks.queries.Queries.keepQuery;
import static io.flexservices.hooks.queries.Queries.mongoKeys;
import static io.flexservices.hooks.queries.Queries.paramsForServer;
import static io.flexservices.hooks.queries.Queries.paramsFromClient;
import static io.flexservices.hooks.queries.Queries.sift;
import static io.flexservices.hooks.queries.Queries.sifter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.ReferenceCase;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QueriesTest {
  private static final UnaryOperator<@Nullable Object> TO_KEY = key -> "key of " + key;

  static Stream<ReferenceCase> cases() {
    return ReferenceCase.of(
        """
        ['keepQuery','last'] | before find | {'query':{'first':'J','last':'D'}} | {'query':{'last':'D'}}
        ['keepQuery','last','xx'] | before find | {'query':{'first':'J','last':'D'}} | {'query':{'last':'D'}}
        ['keepQuery','empl'] | before find | {'query':{'empl':{'name':1},'dept':2}} | {'query':{'empl':{'name':1}}}
        ['keepQuery','empl.name','dept'] | before find | {'query':{'empl':{'name':1,'status':3},'dept':2}} | {'query':{'empl':{'name':1},'dept':2}}
        ['keepQuery','empl.name.last','empl.xx.first'] | before find | {'query':{'empl':{'name':{'first':1,'last':2}}}} | {'query':{'empl':{'name':{'last':2}}}}
        ['keepQuery','a.b','$limit'] | before find | {'query':{'a.b':1,'x':2,'$limit':5}} | {'query':{'a.b':1,'$limit':5}}
        ['keepQuery','a'] | before find | {} | {'query':{}}
        ['keepQuery','a'] | after find | {} | !The 'keepQuery' hook can only be used as a 'before' hook.
        ['discardQuery','last'] | before find | {'query':{'first':'J','last':'D'}} | {'query':{'first':'J'}}
        ['discardQuery','xx'] | before find | {'query':{'first':'J'}} | {'query':{'first':'J'}}
        ['discardQuery','empl.name.first','dept'] | before find | {'query':{'empl':{'name':{'first':1,'last':2}},'dept':2}} | {'query':{'empl':{'name':{'last':2}}}}
        ['discardQuery','empl.xx.first'] | before find | {'query':{'empl':{'name':1}}} | {'query':{'empl':{'name':1}}}
        ['discardQuery','a'] | before find | {} | {'query':{}}
        ['discardQuery','a'] | after find | {} | !The 'discardQuery' hook can only be used as a 'before' hook.
        ['keepInQueryArray','users',['last']] | before find | {'query':{'users':[{'first':'J','last':'D'}]}} | {'query':{'users':[{'last':'D'}]}}
        ['keepInQueryArray','users',['last','xx']] | before find | {'query':{'users':[{'first':'J','last':'D'}]}} | {'query':{'users':[{'last':'D'}]}}
        ['keepInQueryArray','users',['last']] | before find | {'query':{'test':1}} | {'query':{'test':1}}
        ['keepInQueryArray','users',['first']] | before find | {'query':{'users':[{'first':null},{'first':false},{'first':0},{'first':'','b':1},2]}} | {'query':{'users':[{'first':null},{'first':false},{'first':0},{'first':''},2]}}
        ['keepInQueryArray','a.users',['name.last','dept','xx.y']] | before find | {'query':{'a':{'users':[{'name':{'first':'J','last':'D'},'dept':1}]}}} | {'query':{'a':{'users':[{'name':{'last':'D'},'dept':1}]}}}
        ['keepInQueryArray','$or',['a']] | before find | {'query':{'$or':{'a':1}}} | !The 'field' param must lead to array. found type 'object' instead
        ['keepInQueryArray','$or',['a']] | after find | {} | !The 'keepInQueryArray' hook can only be used as a 'before' hook.
        ['keepQueryInArray','$or',['a']] | before find | {'query':{'$or':[{'a':1,'b':2}]}} | {'query':{'$or':[{'a':1,'b':2}]}}
        ['keepQueryInArray','$or',['a']] | after find | {} | !The 'keepQueryInArray' hook can only be used as a 'before' hook.
        ['disablePagination'] | before find | {'query':{'id':1,'$limit':'-1'}} | {'query':{'id':1},'paginate':false}
        ['disablePagination'] | before find | {'query':{'$limit':-1}} | {'query':{},'paginate':false}
        ['disablePagination'] | before find | {'query':{'$limit':1}} | {'query':{'$limit':1}}
        ['disablePagination'] | before find | {} | {}
        ['disablePagination'] | after find | {} | !The 'disablePagination' hook can only be used as a 'before' hook.
        ['disablePagination'] | before get | {} | !The 'disablePagination' hook can only be used on the '["find"]' service method(s).
        ['paramsFromClient','a'] | before find | {} | {}
        ['paramsFromClient','a'] | before find | {'query':{'x':1}} | {'query':{'x':1}}
        ['paramsFromClient','a'] | before find | {'query':{'$client':'a'}} | {'query':{'$client':'a'}}
        ['paramsFromClient'] | before find | {'query':{'x':1,'$client':{'a':1}}} | {'query':{'x':1}}
        ['paramsFromClient','a','b'] | before find | {'query':{'$client':{'a':null,'b':{'c':1}}},'a':2} | {'query':{},'a':null,'b':{'c':1}}
        ['paramsFromClient','a','b'] | before find | {'query':{'$client':{'a':1,'z':2}}} | {'query':{},'a':1}
        ['paramsFromClient','y'] | before find | {'query':{'$client':{'a':1,'z':2}}} | {'query':{}}
        ['paramsFromClient','y'] | before find | {'query':{'$client':['y']}} | {'query':{}}
        ['paramsFromClient','a'] | after find | {'query':{'$client':{'a':1}}} | {'query':{},'a':1}
        """);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doToParamsWhatTheReferenceDoes(ReferenceCase example) throws Exception {
    HookContext context = example.on().endsWith("find") ? finding(example.given()) : getting();
    if (example.on().startsWith("after")) {
      HookParams params = context.params();
      context = after(HookMethod.FIND, "[]");
      context.setParams(params);
    }
    HookContext called = context;
    if (example.expected().startsWith("!")) {
      assertThatThrownBy(() -> run(example.made(), called))
          .hasMessage(example.expected().substring(1));
    } else {
      assertThat(run(example.made(), called).params().asMap())
          .isEqualTo(object(example.expected()));
    }
  }

  @Test
  void fieldsMayDependOnTheCall() throws Exception {
    HookContext context = finding("{'query':{'a':1,'b':2,'$or':[{'c':1,'d':2}]}}");
    run(keepQuery(called -> List.of("a", "b", "$or")), context);
    run(discardQuery(called -> List.of("b")), context);
    run(keepInQueryArray("$or", called -> List.of("d")), context);
    assertThat(context.params().query()).isEqualTo(object("{'a':1,'$or':[{'d':2}]}"));
    HookContext sent = finding("{'query':{'$client':{'a':1,'b':2}}}");
    run(paramsFromClient(called -> List.of("b")), sent);
    assertThat(sent.params().asMap()).isEqualTo(object("{'query':{},'b':2}"));
  }

  @Test
  void theCallersOwnQueryStaysAsItWas() throws Exception {
    HookContext context = finding("{}");
    Map<String, @Nullable Object> query = object("{'a':1,'$client':{'b':2}}");
    context.params().setQuery(query);
    run(Hook.combine(paramsFromClient("b"), discardQuery("a"), keepQuery("c")), context);
    assertThat(context.params().asMap()).isEqualTo(object("{'query':{},'b':2}"));
    assertThat(query).isEqualTo(object("{'a':1,'$client':{'b':2}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | '' | {'query':{'$client':{}}}",
        "{'query':{'a':1}} | '' | {'query':{'a':1,'$client':{}}}",
        "{'a':1,'b':{'c':2}} | '' | {'query':{'$client':{'a':1,'b':{'c':2}}}}",
        "{'a':1,'query':{'x':1,'$client':{'z':0}}} | '' | {'query':{'x':1,'$client':{'z':0,'a':1}}}",
        "{'a':1,'b':2,'query':{}} | a,b,q | {'query':{'$client':{'a':1,'b':2}}}",
        "{'a':1,'b':2,'query':{}} | b | {'query':{'$client':{'b':2}}}"
      })
  void paramsTravelInTheQuery(String params, String names, String expected) {
    String[] sent = names.isEmpty() ? new String[0] : names.split(",");
    HookParams given = new HookParams(object(params));
    assertThat(paramsForServer(given, sent).asMap()).isEqualTo(object(expected));
    assertThat(given.asMap()).isEqualTo(object(params));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | {'a':'s1','c':'s0'} | {'a':'key of s1','c':'s0'}",
        "a | {'a':{'b':'s0'},'c':'s0'} | {'a':{'b':'s0'},'c':'s0'}",
        "a | {'a':{'$in':['s1',2]},'c':'s0'} | {'a':{'$in':['key of s1','key of 2']},'c':'s0'}",
        "a | {'a':{'$in':'s1'}} | {'a':{'$in':'key of s1'}}",
        "a,b | {'a':1,'b':'s2','c':'s0'} | {'a':'key of 1','b':'key of s2','c':'s0'}",
        "a.x | {'a':{'x':'s8'},'x':'s1'} | {'a':{'x':'key of s8'},'x':'s1'}",
        "a.x,b | {'$or':[{'a':{'x':'s8'}},{'b':'s5'},{'c':'s0'}],'d':'s0'}"
            + " | {'$or':[{'a':{'x':'key of s8'}},{'b':'key of s5'},{'c':'s0'}],'d':'s0'}",
        "a,a.x | {'$or':[{'a':{'x':'s8'}},{'a':'s5'}]}"
            + " | {'$or':[{'a':{'x':'key of s8'}},{'a':'key of s5'}]}",
        "a | {'$sort':{'a':1},'a':null} | {'$sort':{'a':1},'a':null}",
        "a | {'a':{'$in':[1],'$ne':2}} | {'a':{'$in':[1],'$ne':2}}"
      })
  void keysAreWrappedWhereverTheyStand(String fields, String query, String expected)
      throws Exception {
    for (Hook hook :
        List.of(
            mongoKeys(TO_KEY, fields.split(",")),
            mongoKeys(TO_KEY, called -> List.of(fields.split(","))))) {
      HookContext context = run(hook, finding("{'query':" + query + "}"));
      assertThat(context.params().query()).isEqualTo(object(expected));
    }
  }

  @Test
  void keysThatAreObjectsAreNotLookedInto() throws Exception {
    HookContext context = finding("{'query':{'a':'s1'}}");
    run(mongoKeys(key -> Map.of("a", String.valueOf(key)), "a"), context);
    assertThat(plain(context.params().query())).isEqualTo(object("{'a':{'a':'s1'}}"));
    assertThatIllegalStateException()
        .isThrownBy(() -> run(mongoKeys(TO_KEY, "a"), after(HookMethod.FIND, "[]")))
        .withMessage("The 'mongoKeys' hook can only be used as a 'before' hook.");
  }

  @Test
  void whatWasFoundIsSifted() throws Exception {
    String canada = "{'name':'john','address':{'country':'canada'}}";
    String usa = "{'name':'marshall','address':{'country':'usa'}}";
    String all = "[%s,%s,%s]".formatted(canada, usa, canada);
    Hook hook = sifter(context -> sift(Map.of("address.country", "canada")));
    Object left = value("[%s,%s]".formatted(canada, canada));
    assertThat(run(hook, after(HookMethod.FIND, all)).result()).isEqualTo(left);
    String page = "{'total':3,'limit':10,'skip':0,'data':" + all + "}";
    HookContext context = run(hook, after(HookMethod.FIND, page));
    assertThat(context.items()).isEqualTo(left);
    assertThat(context.valueAt("result.total")).isEqualTo(3L);
    run(sifter(called -> record -> "nobody".equals(record.get("name"))), context);
    assertThat(context.items()).isEqualTo(List.of());
  }

  @Test
  void onlyWhatWasFoundIsSifted() {
    Hook hook = sifter(context -> record -> true);
    assertThatIllegalStateException()
        .isThrownBy(() -> run(hook, finding("{}")))
        .withMessage("The 'sifter' hook can only be used as a 'after' hook.");
    assertThatIllegalStateException()
        .isThrownBy(() -> run(hook, after(HookMethod.GET, "{}")))
        .withMessage("The 'sifter' hook can only be used on the '[\"find\"]' service method(s).");
  }

  private static HookContext getting() {
    return HookContext.of(HookStage.BEFORE, HookMethod.GET, "posts").build();
  }
}
