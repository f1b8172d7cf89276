package io.flexservices.hooks.queries;

import static io.flexservices.hooks.Texts.after;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.plain;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.Texts.value;
import static io.flexservices.hooks.conditions.Conditions.iff;
import static io.flexservices.hooks.conditions.Conditions.isProvider;
import static io.flexservices.hooks.queries.Queries.disablePagination;
import static io.flexservices.hooks.queries.Queries.discardQuery;
import static io.flexservices.hooks.queries.Queries.keepInQueryArray;
import static io.flexservices.hooks.queries.Queries.keepQuery;
import static io.flexservices.hooks.queries.Queries.keepQueryInArray;
import static io.flexservices.hooks.queries.Queries.mongoKeys;
import static io.flexservices.hooks.queries.Queries.paramsForServer;
import static io.flexservices.hooks.queries.Queries.paramsFromClient;
import static io.flexservices.hooks.queries.Queries.sift;
import static io.flexservices.hooks.queries.Queries.sifter;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.CallingParams;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page on queries shows. */
class QueriesExamplesTest {
  @Test
  void boundsOfQueries() throws Exception {
    HookSet hooks =
        HookSet.none()
            .before(
                HookMethod.FIND,
                iff(
                    isProvider("external"),
                    keepQuery("state", "$or", "$limit", "$skip", "$sort"),
                    keepInQueryArray("$or", List.of("title", "author.name"))),
                discardQuery("internal"),
                disablePagination());
    HookContext context =
        finding("{'provider':'rest','query':{'x':1,'$limit':-1,'$or':[{'title':'T','pw':1}]}}");
    runAll(hooks, context);
    assertThat(context.params().query()).isEqualTo(object("{'$or':[{'title':'T'}]}"));
    assertThat(context.params().get(HookParams.PAGINATE)).isEqualTo(false);
  }

  @Test
  @SuppressWarnings("deprecation") // this is what it is deprecated for
  void keepQueryInArrayIsTheReferences() throws Exception {
    Hook none = keepQueryInArray("$or", List.of("title"));
    HookContext context = run(none, finding("{'query':{'$or':[{'pw':1}]}}"));
    assertThat(context.params().query()).isEqualTo(object("{'$or':[{'pw':1}]}"));
  }

  @Test
  void paramsOfClients() throws Exception {
    HookParams params = new HookParams(Map.of("schema", "po-acct", "user", "me"));
    HookParams sent = paramsForServer(params, "schema");

    HookSet hooks = HookSet.none().before(paramsFromClient("schema"));
    HookContext context = finding("{}");
    context.setParams(sent);
    runAll(hooks, context);
    assertThat(context.params().asMap()).isEqualTo(object("{'query':{},'schema':'po-acct'}"));
  }

  @Test
  void keysOfMongo() throws Exception {
    Hook hook = mongoKeys(key -> Map.of("$oid", String.valueOf(key)), "authorId", "edit.editorId");
    HookContext context = run(hook, finding("{'query':{'authorId':{'$in':['a']},'title':'T'}}"));
    assertThat(plain(context.params().query()))
        .isEqualTo(object("{'authorId':{'$in':[{'$oid':'a'}]},'title':'T'}"));
  }

  @Test
  void filtersAfterwards() throws Exception {
    Hook hook = sifter(context -> sift(Map.of("address.country", "Canada")));
    String found = "[{'address':{'country':'Canada'}},{'address':{'country':'USA'}}]";
    assertThat(run(hook, after(HookMethod.FIND, found)).result())
        .isEqualTo(value("[{'address':{'country':'Canada'}}]"));
  }

  @Test
  void paramsOfCalls() {
    HookContext context =
        finding("{'provider':'rest','user':{'_id':'u'},'securityContext':'user','other':1}");
    Map<String, @Nullable Object> query = new LinkedHashMap<>(Map.of("postId", 1));
    HookParams asTheCaller = CallingParams.of(context, query);
    HookParams chosen =
        CallingParams.of(context, query, List.of("provider"), Map.of("paginate", false));
    assertThat(asTheCaller.asMap().keySet())
        .containsExactlyInAnyOrder("query", "provider", "user", "securityContext", "_populate");
    assertThat(chosen.asMap().keySet())
        .containsExactlyInAnyOrder("query", "provider", "paginate", "_populate");
  }

  private static void runAll(HookSet hooks, HookContext context) throws Exception {
    run(Hook.combine(hooks.hooks(HookStage.BEFORE, HookMethod.FIND)), context);
  }
}
