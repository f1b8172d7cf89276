package io.flexservices.hooks.fields;

import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.conditions.Conditions.every;
import static io.flexservices.hooks.conditions.Conditions.iff;
import static io.flexservices.hooks.conditions.Conditions.iffElse;
import static io.flexservices.hooks.conditions.Conditions.isNot;
import static io.flexservices.hooks.conditions.Conditions.isProvider;
import static io.flexservices.hooks.conditions.Conditions.some;
import static io.flexservices.hooks.conditions.Conditions.unless;
import static io.flexservices.hooks.conditions.Conditions.when;
import static io.flexservices.hooks.control.Control.stashBefore;
import static io.flexservices.hooks.fields.Fields.discard;
import static io.flexservices.hooks.fields.Fields.keep;
import static io.flexservices.hooks.fields.Fields.keepInArray;
import static io.flexservices.hooks.fields.Fields.lowerCase;
import static io.flexservices.hooks.fields.Fields.preventChanges;
import static io.flexservices.hooks.fields.Fields.remove;
import static io.flexservices.hooks.fields.Fields.required;
import static io.flexservices.hooks.fields.Fields.setField;
import static io.flexservices.hooks.fields.Fields.setNow;
import static io.flexservices.hooks.fields.RecordChanges.alterItems;
import static io.flexservices.hooks.fields.RecordChanges.alterItemsAsync;
import static io.flexservices.hooks.fields.RecordChanges.mapItems;
import static io.flexservices.hooks.fields.RecordChanges.serialize;
import static io.flexservices.hooks.fields.RecordChanges.traverse;
import static io.flexservices.hooks.fields.SerializeSchema.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.HookedCall;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.conditions.HookCondition;
import io.flexservices.hooks.records.MemoryRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page on fields shows. */
class FieldsExamplesTest {
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T09:47:00Z"), ZoneOffset.UTC);

  @Test
  void whatIsWritten() {
    HookSet hooks =
        HookSet.none()
            .before(
                HookMethod.CREATE,
                required("email", "address.city"),
                lowerCase("email"),
                remove("confirmPassword"),
                setField(SetFieldOptions.as("data.userId").from("params.user._id")),
                setNow("createdAt", "updatedAt"))
            .before(
                HookMethod.UPDATE,
                stashBefore(),
                setField(SetFieldOptions.as("data.userId").from("params.before.userId")),
                setNow("updatedAt"))
            .before(HookMethod.PATCH, preventChanges(true, "userId"), setNow("updatedAt"));
    HookContext created =
        call(hooks, HookMethod.CREATE, "{'email':'J@X.COM','address':{'city':'Paris'}}");
    assertThat(created.records().get(0))
        .containsKeys("createdAt", "updatedAt")
        .containsEntry("email", "j@x.com")
        .containsEntry("userId", "u1");
    assertThat(call(hooks, HookMethod.UPDATE, "{'userId':'thief'}").records().get(0))
        .containsEntry("userId", "u2");
    assertThatThrownBy(() -> call(hooks, HookMethod.PATCH, "{'userId':'thief'}"))
        .hasMessageContaining("Field userId may not be patched. (preventChanges)");
  }

  @Test
  void whatIsAnswered() {
    HookSet hooks =
        HookSet.none()
            .after(discard("password", "address.zip"))
            .after(HookMethod.GET, keepInArray("comments", List.of("text", "author.name")))
            .after(HookMethod.FIND, keep(FieldsExamplesTest::publicFields));
    HookContext got =
        call(
            hooks,
            HookMethod.GET,
            "{'password':'x','address':{'city':'P','zip':'75'},'comments':[{'text':'t','ip':'i'}]}");
    assertThat(got.result())
        .isEqualTo(object("{'address':{'city':'P'},'comments':[{'text':'t'}]}"));
    assertThat(call(hooks, HookMethod.FIND, "{'name':'J','age':5}").result())
        .isEqualTo(object("{'name':'J'}"));
  }

  @Test
  void theClockIsAnArgument() {
    Hook stamp = setNow(clock, "createdAt");
    HookContext context = call(HookSet.none().before(stamp), HookMethod.CREATE, "{}");
    assertThat(context.data()).isEqualTo(object("{'createdAt':'2026-11-22T09:47:00.000Z'}"));
  }

  @Test
  void onCondition() {
    HookCondition isDraft = context -> "draft".equals(context.valueAt("result.state"));
    HookCondition isMember =
        HookCondition.async(context -> groupsOf(context).thenApply(all -> all.contains("members")));
    HookSet hooks =
        HookSet.none()
            .after(
                iff(isProvider("external"), discard("password")).otherwise(discard("notes")),
                unless(isProvider("master", "server"), discard("_acl")),
                when(every(isDraft, isNot(isMember)), keep("title", "state")),
                iff(some(isDraft, isMember), alterItems((post, context) -> post.put("seen", true))),
                iffElse(isDraft, List.of(), List.of(setNow("readAt"))));
    HookContext got =
        call(
            hooks,
            HookMethod.GET,
            "{'title':'T','state':'draft','password':'x','notes':'n','_acl':{}}");
    assertThat(got.result()).isEqualTo(object("{'title':'T','state':'draft','seen':true}"));
  }

  @Test
  void byFunctions() {
    Hook inPlace = alterItems((post, context) -> post.put("length", post.size()));
    Hook replaced = mapItems((post, context) -> titleOf(post));
    Hook withPrice =
        alterItemsAsync(
            (post, context) -> price(post).thenAccept(price -> post.put("price", price)));
    Hook trimmed =
        traverse(
            node -> {
              if (node.value() instanceof String text) {
                node.update(text.strip());
              }
            });
    HookSet hooks = HookSet.none().after(trimmed, inPlace, replaced, withPrice);
    assertThat(call(hooks, HookMethod.GET, "{'title':' T ','a':1}").result())
        .isEqualTo(object("{'title':'T','price':9}"));
  }

  @Test
  void bySchema() {
    SerializeSchema author = schema().exclude("password", "email");
    Hook hook =
        serialize(
            schema()
                .only("title", "author")
                .computed("isOwn", (post, context) -> isOwn(post, context))
                .nested("author", author));
    HookContext got =
        call(
            HookSet.none().after(hook),
            HookMethod.GET,
            "{'title':'T','userId':'u1','author':{'name':'J','email':'e'}}");
    assertThat(got.result())
        .isEqualTo(
            object("{'title':'T','author':{'name':'J'},'isOwn':true,'_computed':['isOwn']}"));
  }

  private static Map<String, @Nullable Object> titleOf(Map<String, @Nullable Object> post) {
    Map<String, @Nullable Object> title = new LinkedHashMap<>();
    title.put("title", post.get("title"));
    return title;
  }

  private static boolean isOwn(Map<String, @Nullable Object> post, HookContext context) {
    return "u1".equals(post.get("userId")) && context.params().user() != null;
  }

  private static CompletionStage<Long> price(Map<String, @Nullable Object> post) {
    return CompletableFuture.completedStage(post.containsKey("title") ? 9L : 0L);
  }

  private static CompletionStage<List<String>> groupsOf(HookContext context) {
    return CompletableFuture.completedStage(
        context.params().user() == null ? List.of("members") : List.of());
  }

  private static List<String> publicFields(HookContext context) {
    return context.params().user() == null ? List.of() : List.of("name");
  }

  /** The method gives what was to be written. */
  private static HookContext call(HookSet hooks, HookMethod method, String record) {
    HookContext context =
        HookContext.of(HookStage.BEFORE, method, "posts")
            .id(1)
            .data(object(record))
            .services(
                Services.none()
                    .withRecords(
                        "posts", MemoryRecords.of("id", List.of(Map.of("id", 1, "userId", "u2")))))
            .params(
                new HookParams(
                    object("{'provider':'rest','securityContext':'user','user':{'_id':'u1'}}")))
            .build();
    return HookedCall.run(hooks, context, called -> CompletableFuture.completedStage(called.data()))
        .toCompletableFuture()
        .join();
  }
}
