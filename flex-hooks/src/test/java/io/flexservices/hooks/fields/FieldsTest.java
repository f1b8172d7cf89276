package io.flexservices.hooks.fields;

import static io.flexservices.hooks.Texts.after;
import static io.flexservices.hooks.Texts.before;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.Texts.value;
import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.fields.Fields.keep;
import static io.flexservices.hooks.fields.Fields.keepInArray;
import static io.flexservices.hooks.fields.Fields.lowerCase;
import static io.flexservices.hooks.fields.Fields.preventChanges;
import static io.flexservices.hooks.fields.Fields.remove;
import static io.flexservices.hooks.fields.Fields.required;
import static io.flexservices.hooks.fields.Fields.setField;
import static io.flexservices.hooks.fields.Fields.setNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.ReferenceCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T09:47:00.1239Z"), ZoneOffset.UTC);

  static Stream<ReferenceCase> cases() {
    return ReferenceCase.of(
        """
        ['keep','last'] | before create | {'first':'J','last':'D'} | {'last':'D'}
        ['keep','last'] | after find | {'total':2,'data':[{'first':'J','last':'D'},{'first':'A','last':'E'}]} | {'total':2,'data':[{'last':'D'},{'last':'E'}]}
        ['keep','last'] | after find | [{'first':'J','last':'D'},{'first':'A','last':'E'}] | [{'last':'D'},{'last':'E'}]
        ['keep','last'] | after create | {'first':'J','last':'D'} | {'last':'D'}
        ['keep','first','xx'] | before create | {'first':'J','last':'D'} | {'first':'J'}
        ['keep','first'] | before create | {'first':null,'last':'D'} | {'first':null}
        ['keep','first'] | before create | {'first':false,'last':'D'} | {'first':false}
        ['keep','first'] | before create | {'first':0,'last':'D'} | {'first':0}
        ['keep','first'] | before create | {'first':'','last':'D'} | {'first':''}
        ['keep','empl'] | before create | {'empl':{'name':{'first':'J','last':'D'},'status':'AA'},'dept':'B'} | {'empl':{'name':{'first':'J','last':'D'},'status':'AA'}}
        ['keep','empl.name','dept'] | before create | {'empl':{'name':{'first':'J'},'status':'AA'},'dept':'B'} | {'empl':{'name':{'first':'J'}},'dept':'B'}
        ['keep','empl.name.last'] | before create | {'empl':{'name':{'first':'J','last':'D'}},'dept':'B'} | {'empl':{'name':{'last':'D'}}}
        ['keep','empl.xx.first','dept'] | before create | {'empl':{'name':{'first':'J'}},'dept':'B'} | {'dept':'B'}
        ['keep','a'] | after find | [null,{'a':1,'b':2},'s',5,[1]] | [null,{'a':1},'s',5,{}]
        ['keep','a'] | after get | null | null
        ['keep','tags[1]','users[0].x.y'] | before create | {'tags':['a','b'],'users':[{'x':{'y':1,'z':2}}]} | {'tags':[null,'b'],'users':[{'x':{'y':1}}]}
        ['keep','a[b]','c'] | before create | {'a':{'b':1,'d':2},'c]':1} | {'a':{'b':1}}
        ['keep','a[0][1]'] | before create | {'a':[[1,2]]} | {'a':[[null,2]]}
        ['discard','first'] | before create | {'first':'J','last':'D'} | {'last':'D'}
        ['discard','last'] | after find | {'total':2,'data':[{'first':'J','last':'D'},{'first':'A','last':'E'}]} | {'total':2,'data':[{'first':'J'},{'first':'A'}]}
        ['discard','last'] | after find | [{'first':'J','last':'D'},{'first':'A','last':'E'}] | [{'first':'J'},{'first':'A'}]
        ['discard','last'] | after create | {'first':'J','last':'D'} | {'first':'J'}
        ['discard','xx'] | before create | {'first':'J'} | {'first':'J'}
        ['discard','first'] | before create | {'first':null,'last':'D'} | {'last':'D'}
        ['discard','empl.name','dept'] | before create | {'empl':{'name':{'first':'J'},'status':'AA'},'dept':'B'} | {'empl':{'status':'AA'}}
        ['discard','empl.name.first'] | before create | {'empl':{'name':{'first':'J','last':'D'}}} | {'empl':{'name':{'last':'D'}}}
        ['discard','empl.xx.first'] | before create | {'empl':{'name':{'first':'J'}}} | {'empl':{'name':{'first':'J'}}}
        ['discard','property.secret'] | after get | {'property':null,'other':'bar'} | {'property':null,'other':'bar'}
        ['discard','_id','password'] | after get | {'roles':['super'],'_id':'a','password':'x'} | {'roles':['super']}
        ['discard','a.0.b','a.1'] | before create | {'a':[{'b':1,'c':2},{'b':3}]} | {'a':[{'c':2},null]}
        ['discard','tags[1]','users[0].x.y'] | before create | {'tags':['a','b'],'users':[{'x':{'y':1,'z':2}}]} | {'tags':['a',null],'users':[{'x':{'z':2}}]}
        ['discard','a[0]'] | before create | {'a[0]':1,'b':2} | {'b':2}
        ['discard','a'] | after get | null | {}
        ['discard','a'] | after find | [null,{'a':1,'b':2},'s'] | [{},{'b':2},'s']
        ['discard','a'] | before create | null | {}
        ['remove','last'] | after get | {'first':'J','last':'D'} | {'first':'J'}
        ['discard','a'] | before find | null | !The 'discard' hook can only be used on the '["create","update","patch"]' service method(s).
        ['keepInArray','users',['last']] | before create | {'users':[{'first':'J','last':'D'}]} | {'users':[{'last':'D'}]}
        ['keepInArray','users',['last']] | before create | {'test':1} | {'test':1}
        ['keepInArray','users',['last']] | after find | {'total':1,'data':[{'users':[{'first':'J','last':'D'}]}]} | {'total':1,'data':[{'users':[{'last':'D'}]}]}
        ['keepInArray','users',['last']] | after find | [{'users':[{'first':'J','last':'D'}]}] | [{'users':[{'last':'D'}]}]
        ['keepInArray','users',['last','xx']] | after get | {'users':[{'first':'J','last':'D'}]} | {'users':[{'last':'D'}]}
        ['keepInArray','users',['first']] | before create | {'users':[{'first':null},{'first':false},{'first':0},{'first':'','b':1}]} | {'users':[{'first':null},{'first':false},{'first':0},{'first':''}]}
        ['keepInArray','a.users',['name.last']] | before create | {'a':{'users':[{'name':{'first':'J','last':'D'}}]}} | {'a':{'users':[{'name':{'last':'D'}}]}}
        ['keepInArray','u',['a']] | before create | {'u':[1,null,{'a':1,'b':2},[1]]} | {'u':[1,null,{'a':1},{}]}
        ['keepInArray','u',['a']] | before create | {'u':'s'} | !The 'field' param must lead to array. found type 'string' instead
        ['keepInArray','u',['a']] | before create | {'u':5} | !The 'field' param must lead to array. found type 'number' instead
        ['keepInArray','u',['a']] | before create | {'u':true} | !The 'field' param must lead to array. found type 'boolean' instead
        ['keepInArray','u',['a']] | before create | {'u':{}} | !The 'field' param must lead to array. found type 'object' instead
        ['lowerCase','first','last'] | before create | {'first':'John','last':'Doe'} | {'first':'john','last':'doe'}
        ['lowerCase','first'] | after find | {'total':1,'data':[{'first':'John','last':'Doe'}]} | {'total':1,'data':[{'first':'john','last':'Doe'}]}
        ['lowerCase','first'] | after find | [{'first':'John'},{'first':'Jane'}] | [{'first':'john'},{'first':'jane'}]
        ['lowerCase','first'] | after create | {'first':'Jane'} | {'first':'jane'}
        ['lowerCase','first','last'] | before create | {'last':'Doe'} | {'last':'doe'}
        ['lowerCase','first'] | before create | {'first':null} | {'first':null}
        ['lowerCase','first'] | before create | {'first':''} | {'first':''}
        ['lowerCase','first'] | before create | {'first':1} | !Expected string data. (lowercase first)
        ['lowerCase','empl.status','empl.name.first'] | before create | {'empl':{'name':{'first':'JOHN'},'status':'AA'}} | {'empl':{'name':{'first':'john'},'status':'aa'}}
        ['lowerCase','empl.xx.first'] | before create | {'empl':{'name':'J'}} | {'empl':{'name':'J'}}
        ['lowerCase','a'] | before get | null | !The 'lowercase' hook can only be used on the '["create","update","patch"]' service method(s).
        ['required','dept'] | before create | {'dept':'Acct'} | {'dept':'Acct'}
        ['required','empl.name','empl.status'] | before create | {'empl':{'name':{'first':'J'},'status':'AA'}} | {'empl':{'name':{'first':'J'},'status':'AA'}}
        ['required','empl.name.last'] | before create | {'empl':{'name':{'last':'D'}}} | {'empl':{'name':{'last':'D'}}}
        ['required','empl.name.xx'] | before create | {'empl':{'name':{'last':'D'}}} | !Field empl.name.xx does not exist. (required)
        ['required','xx'] | before create | {'dept':'Acct'} | !Field xx does not exist. (required)
        ['required','a'] | before create | {'a':''} | !Field a is null. (required)
        ['required','a'] | before patch | [{'a':1},{'a':null}] | !Field a is null. (required)
        ['required','a'] | before update | null | !Field a does not exist. (required)
        ['required','a'] | after create | {} | !The 'required' hook can only be used as a 'before' hook.
        ['required','a'] | before find | null | !The 'required' hook can only be used on the '["create","update","patch"]' service method(s).
        ['required','users[0].name'] | before create | {'users':[{'name':'J'}]} | {'users':[{'name':'J'}]}
        ['preventChanges',true,'a'] | before patch | null | {}
        ['preventChanges',true,'address','x.y.z'] | before patch | {'first':'J'} | {'first':'J'}
        ['preventChanges',true,'name','a'] | before patch | {'a':{'b':null}} | !Field a may not be patched. (preventChanges)
        ['preventChanges',true,'a.b'] | before patch | {'a':{'b':null}} | !Field a.b may not be patched. (preventChanges)
        ['preventChanges',true,'a.c.d.e'] | before patch | {'a':{'c':{'d':{'e':1}}}} | !Field a.c.d.e may not be patched. (preventChanges)
        ['preventChanges',true,'name.first'] | before patch | {'name.first':'J'} | !Field name.first may not be patched. (preventChanges)
        ['preventChanges',false,'name.x','x.y.z'] | before patch | {'a':{'b':'j'}} | {'a':{'b':'j'}}
        ['preventChanges',false,'a'] | before patch | {'first':'J','a':{'b':'j'}} | {'first':'J'}
        ['preventChanges',false,'a.b'] | before patch | {'a':{'b':'j','c':{'d':{'e':1}}}} | {'a':{'c':{'d':{'e':1}}}}
        ['preventChanges',false,'a.c.d.e'] | before patch | {'a':{'b':'j','c':{'d':{'e':1}}}} | {'a':{'b':'j','c':{'d':{}}}}
        ['preventChanges',false,'first','last'] | before patch | {'first':'J','last':'D','a':1} | {'a':1}
        ['preventChanges',false,'first','a.b','a.c.d.e'] | before patch | {'first':'J','last':'D','a':{'b':'j','c':{'d':{'e':1}}}} | {'last':'D','a':{'c':{'d':{}}}}
        ['preventChanges',false,'a.b'] | before patch | [{'a':{'b':1}},{'a':{'b':2,'c':3}}] | [{'a':{}},{'a':{'c':3}}]
        """);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doToRecordsWhatTheReferenceDoes(ReferenceCase example) throws Exception {
    HookContext context = context(example.on(), example.given());
    Hook hook = example.made();
    if (example.expected().startsWith("!")) {
      assertThatThrownBy(() -> run(hook, context)).hasMessage(example.expected().substring(1));
      return;
    }
    run(hook, context);
    Object actual = context.stage() == HookStage.BEFORE ? context.data() : context.result();
    assertThat(actual).isEqualTo(value(example.expected()));
  }

  @ParameterizedTest
  @EnumSource(HookMethod.class)
  void changesArePreventedBeforePatchAlone(HookMethod method) throws Exception {
    HookContext context = before(method, "{'a':1}");
    if (method == HookMethod.PATCH) {
      assertThat(run(preventChanges(true), context).data()).isEqualTo(object("{'a':1}"));
    } else {
      assertThatIllegalStateException()
          .isThrownBy(() -> run(preventChanges(true), context))
          .withMessage(
              "The 'preventChanges' hook can only be used on the '[\"patch\"]' service method(s).");
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> run(preventChanges(true), after(method, "{}")))
        .withMessage("The 'preventChanges' hook can only be used as a 'before' hook.");
  }

  /** The reference drops only the one that is found first. */
  @Test
  void aFieldAndAPathOfTheSameNameHideNeitherOther() throws Exception {
    String both = "{'a.b':1,'a':{'b':2,'c':3}}";
    assertThat(run(discard("a.b"), after(HookMethod.GET, both)).result())
        .isEqualTo(object("{'a':{'c':3}}"));
    assertThat(run(preventChanges(false, "a.b"), before(HookMethod.PATCH, both)).data())
        .isEqualTo(object("{'a':{'c':3}}"));
  }

  @Test
  void fieldsMayDependOnTheCall() throws Exception {
    HookContext context = after(HookMethod.GET, "{'a':1,'b':2}");
    context.params().set("user", Map.of("public", List.of("b")));
    Hook hook = keep(FieldsTest::publicFields);
    assertThat(run(hook, context).result()).isEqualTo(object("{'b':2}"));
    assertThat(run(discard(called -> List.of("b")), context).result()).isEqualTo(object("{}"));
    HookContext write = before(HookMethod.PATCH, "{'a':'X','b':[{'c':1,'d':2}],'e':1,'f':2}");
    run(lowerCase(called -> List.of("a")), write);
    run(keepInArray("b", called -> List.of("d")), write);
    run(preventChanges(false, called -> List.of("e")), write);
    run(remove(called -> List.of("f")), write);
    assertThat(write.data()).isEqualTo(object("{'a':'x','b':[{'d':2}]}"));
    assertThatThrownBy(() -> run(required(called -> List.of("z")), write))
        .hasMessage("Field z does not exist. (required)");
  }

  @Test
  void errorsKeepTheirAnswerWhereThereIsNoRecord() throws Exception {
    HookContext failed = HookContext.of(HookStage.ERROR, HookMethod.GET, "posts").build();
    run(Hook.combine(discard("a"), keep("a")), failed);
    assertThat(failed.hasResult()).isFalse();
  }

  @Test
  void nowIsIsoTextWithMilliseconds() throws Exception {
    Hook hook = setNow(CLOCK, "at", "changed.at");
    Map<String, Object> changed = Map.of("by", "x", "at", "2026-11-22T09:47:00.123Z");
    HookContext context = run(hook, before(HookMethod.CREATE, "{'a':1,'changed':{'by':'x'}}"));
    assertThat(context.data())
        .isEqualTo(Map.of("a", 1L, "at", "2026-11-22T09:47:00.123Z", "changed", changed));
  }

  @Test
  void nowIsWrittenIntoEachRecord() throws Exception {
    Clock even = Clock.fixed(Instant.parse("2026-11-22T09:47:00Z"), ZoneOffset.UTC);
    String page = "{'total':2,'data':[{'a':1},{'a':2}]}";
    Object found = run(setNow(even, "at"), after(HookMethod.FIND, page)).result();
    String stamped = "{'a':%d,'at':'2026-11-22T09:47:00.000Z'}";
    assertThat(found)
        .isEqualTo(
            object(
                "{'total':2,'data':[%s,%s]}"
                    .formatted(stamped.formatted(1), stamped.formatted(2))));
    assertThat(
            run(setNow(even, called -> List.of("at")), after(HookMethod.GET, "{'a':1}")).result())
        .isEqualTo(object(stamped.formatted(1)));
  }

  @Test
  void nowIsTheSystemsTimeUnlessAClockIsGiven() throws Exception {
    Instant begun = Instant.ofEpochMilli(Instant.now().toEpochMilli());
    HookContext context = run(setNow("at.time"), before(HookMethod.CREATE, "{}"));
    Instant written = Instant.parse((String) context.valueAt("data.at.time"));
    assertThat(written).isBetween(begun, Instant.now());
    assertThat(run(setNow(called -> List.of("b")), context).valueAt("data.b")).isNotNull();
  }

  @Test
  void nowNeedsAField() {
    assertThatExceptionOfType(HookException.class)
        .isThrownBy(() -> setNow())
        .withMessage("Field name is required. (setNow)")
        .matches(refusal -> refusal.kind() == HookException.Kind.BAD_REQUEST);
  }

  @Test
  void aFieldIsSetFromWhoCalls() throws Exception {
    Map<String, @Nullable Object> query = object("{'state':'open'}");
    HookContext context = finding("{'user':{'_id':1},'provider':'rest'}");
    context.params().setQuery(query);
    run(userIntoQuery(), context);
    assertThat(context.params().query()).isEqualTo(object("{'state':'open','userId':1}"));
    assertThat(query).isEqualTo(object("{'state':'open'}"));
  }

  @Test
  void aFieldIsSetToNullWhereThatIsTheValue() throws Exception {
    HookContext context = run(userIntoQuery(), finding("{'user':{'_id':null},'provider':'rest'}"));
    assertThat(context.params().query()).isEqualTo(object("{'userId':null}"));
  }

  @Test
  void aFieldIsSetInEachRecordThatIsWritten() throws Exception {
    HookContext context = before(HookMethod.CREATE, "[{'a':1},{'a':2}]");
    context.params().set(HookParams.USER, Map.of("_id", 7L));
    run(setField(SetFieldOptions.as("data.by.id").from("params.user._id")), context);
    assertThat(context.data()).isEqualTo(value("[{'a':1,'by':{'id':7}},{'a':2,'by':{'id':7}}]"));
  }

  @Test
  void aFieldIsSetInOneRecordByItsPosition() throws Exception {
    HookContext context = before(HookMethod.CREATE, "[{'a':1},{'a':2}]");
    context.params().set(HookParams.USER, Map.of("roles", List.of("x", "y")));
    run(setField(SetFieldOptions.as("data[1].role").from("params.user.roles[0]")), context);
    run(setField(SetFieldOptions.as("data.0.role").from("params.user.roles.1")), context);
    assertThat(context.data()).isEqualTo(value("[{'a':1,'role':'y'},{'a':2,'role':'x'}]"));
  }

  @Test
  void theIdIsSetFromWhoCalls() throws Exception {
    HookContext context = finding("{'user':{'_id':7},'provider':'rest'}");
    run(setField(SetFieldOptions.as("id").from("params.user._id")), context);
    assertThat(context.id()).isEqualTo(7L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(setField(SetFieldOptions.as("id.a").from("id")), context))
        .withMessageStartingWith("Nothing can be set at \"id.a\"");
  }

  @Test
  void aMissingValueStopsCallsFromOutsideAlone() throws Exception {
    assertThat(run(userIntoQuery(), finding("{}")).params().asMap()).isEmpty();
    assertThatThrownBy(() -> run(userIntoQuery(), finding("{'provider':'rest'}")))
        .isInstanceOfSatisfying(
            HookException.class,
            refusal -> assertThat(refusal.kind()).isEqualTo(HookException.Kind.FORBIDDEN))
        .hasMessage("Expected field params.query.userId not available");
    SetFieldOptions lenient =
        SetFieldOptions.as("params.query.userId").from("params.user._id").withAllowUndefined(true);
    HookContext context = run(setField(called -> lenient), finding("{'provider':'rest'}"));
    assertThat(context.params().hasQuery()).isFalse();
  }

  @Test
  void whatIsSetHasToBeSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setField(SetFieldOptions.as("data.a")))
        .withMessage("'as' and 'from' options have to be set");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setField(SetFieldOptions.as("").from("params.user")))
        .withMessage("'as' and 'from' options have to be set");
    SetFieldOptions elsewhere = SetFieldOptions.as("path").from("params");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(setField(elsewhere), finding("{}")))
        .withMessage(
            "Nothing can be set at \"path\":"
                + " a path begins with data, result or params, or is id.");
    assertThatIllegalStateException()
        .isThrownBy(() -> run(userIntoQuery(), after(HookMethod.GET, "{}")))
        .withMessage("The 'setField' hook can only be used as a 'before' hook.");
  }

  private static Hook userIntoQuery() {
    return setField(SetFieldOptions.as("params.query.userId").from("params.user._id"));
  }

  private static List<String> publicFields(HookContext context) {
    List<?> names = (List<?>) context.valueAt("params.user.public");
    return names == null ? List.of() : names.stream().map(String::valueOf).toList();
  }

  private static HookContext context(String on, String given) {
    String[] words = on.toUpperCase(Locale.ROOT).split(" ");
    HookMethod method = HookMethod.valueOf(words[1]);
    return HookStage.valueOf(words[0]) == HookStage.BEFORE
        ? before(method, given)
        : after(method, given);
  }
}
