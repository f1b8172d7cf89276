package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.populate;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every option of populate, by the document and by the reference's own tests. */
class PopulateTest {
  private static final Include POST =
      Include.of("posts").nameAs("post").parentField("postId").childField("id");

  private final LoggedServices services =
      new LoggedServices()
          .with(
              "posts",
              "id",
              List.of(
                  Map.of(
                      "id", 1L, "title", "Post 1", "author", "a1", "readers", List.of("a1", "a2")),
                  Map.of("id", 2L, "title", "Post 2", "author", "a2", "readers", List.of("a1"))))
          .with(
              "users",
              "id",
              List.of(
                  Map.of("id", "a1", "name", "Author 1", "address", Map.of("city", "Oslo")),
                  Map.of("id", "a2", "name", "Author 2", "address", Map.of("city", "Rome"))))
          .with(
              "comments",
              "id",
              List.of(
                  Map.of("id", 1L, "title", "Comment 1", "postId", 1L, "hidden", true),
                  Map.of("id", 2L, "title", "Comment 2", "postId", 2L, "hidden", false),
                  Map.of("id", 3L, "title", "Comment 3", "postId", 1L, "hidden", false)));

  private final HookContext context = context("{'userId': 'a1', 'postId': 1}");

  @Test
  void putsARecordWhereNameAsSays() throws Exception {
    populate(PopulateSchema.of(POST)).run(context);

    assertThat(result())
        .isEqualTo(
            json(
                "{'userId': 'a1', 'postId': 1, '_include': ['post'], 'post': {'id': 1, 'title':"
                    + " 'Post 1', 'author': 'a1', 'readers': ['a1', 'a2']}}"));
  }

  @Test
  void putsARecordDeeperWhereNameAsHasDots() throws Exception {
    populate(PopulateSchema.of(POST.nameAs("joined.post"))).run(context);

    assertThat(valueAt("joined.post.title")).isEqualTo("Post 1");
    assertThat(valueAt("_include")).isEqualTo(List.of("joined.post"));
  }

  @Test
  void namesTheRecordAfterItsServiceOtherwise() throws Exception {
    populate(PopulateSchema.of(Include.of("posts").parentField("postId").childField("id")))
        .run(context);

    assertThat(valueAt("posts.title")).isEqualTo("Post 1");
    assertThat(valueAt("_include")).isEqualTo(List.of("posts"));
  }

  @Test
  void passesARecordOverThatLacksTheParentField() throws Exception {
    HookContext without = context("{'userId': 'a1'}");

    populate(PopulateSchema.of(POST)).run(without);

    assertThat(without.result()).isEqualTo(json("{'userId': 'a1', '_include': []}"));
    assertThat(services.calls()).isEmpty();
  }

  @Test
  void asksForNullWhereTheParentFieldIsNull() throws Exception {
    populate(PopulateSchema.of(POST)).run(context("{'postId': null}"));

    assertThat(services.queries("posts")).containsExactly(mapOf("id", null));
  }

  @Test
  void asksForChildrenOfNobodyWhereThereIsAQueryButNoParentField() throws Exception {
    HookContext without = context("{'userId': 'a1'}");

    populate(PopulateSchema.of(POST.query(Map.of("$limit", 5)).asArray(true))).run(without);

    assertThat(valueAt(without, "post")).isEqualTo(List.of());
    Map<String, @Nullable Object> query = mapOf("$limit", 5);
    query.put("id", null);
    assertThat(services.queries("posts")).containsExactly(query);
  }

  @Test
  void takesPathsForBothFields() throws Exception {
    HookContext order = context("{'to': {'city': 'Rome'}}");

    populate(
            PopulateSchema.of(
                Include.of("users").parentField("to.city").childField("address.city")))
        .run(order);

    assertThat(valueAt(order, "users.name")).isEqualTo("Author 2");
    assertThat(services.queries("users")).containsExactly(mapOf("address.city", "Rome"));
  }

  @Test
  void keepsASingleRecordInAListWhereThatIsWanted() throws Exception {
    populate(PopulateSchema.of(POST.asArray(true))).run(context);

    assertThat(valueAt("post.0.title")).isEqualTo("Post 1");
  }

  @Test
  void findsNothingAsNullOrAsAnEmptyList() throws Exception {
    HookContext one = context("{'postId': 999}");
    HookContext list = context("{'postId': 999}");

    populate(PopulateSchema.of(POST)).run(one);
    populate(PopulateSchema.of(POST.asArray(true))).run(list);

    assertThat(one.result()).isEqualTo(json("{'postId': 999, '_include': ['post'], 'post': null}"));
    assertThat(list.result()).isEqualTo(json("{'postId': 999, '_include': ['post'], 'post': []}"));
  }

  @Test
  void letsTheRelationWinOverTheQueryAndSelectOverBoth() throws Exception {
    Include byRelation = POST.query(Map.of("id", "none", "title", "Post 1"));
    Include bySelect = POST.parentField("userId").select((call, parent, depth) -> idOf(parent));

    populate(PopulateSchema.of(byRelation)).run(context);
    assertThat(valueAt("post.title")).isEqualTo("Post 1");

    HookContext other = context("{'userId': 'a1', 'postId': 2}");
    populate(PopulateSchema.of(bySelect)).run(other);
    assertThat(valueAt(other, "post.title")).isEqualTo("Post 2");
    assertThat(services.queries("posts").get(1)).isEqualTo(mapOf("id", 2L));
  }

  @Test
  void joinsByAQueryOrASelectAlone() throws Exception {
    populate(
            PopulateSchema.of(
                Include.of("posts").nameAs("byQuery").query(Map.of("id", 2)),
                Include.of("posts").nameAs("bySelect").select((call, parent, at) -> idOf(parent)),
                Include.of("posts").nameAs("all").select((call, parent, at) -> null)))
        .run(context);

    assertThat(valueAt("byQuery.title")).isEqualTo("Post 2");
    assertThat(valueAt("bySelect.title")).isEqualTo("Post 1");
    assertThat(valueAt("all")).asInstanceOf(LIST).hasSize(2);
  }

  @Test
  void givesSelectTheContextTheParentAndTheDepth() throws Exception {
    List<@Nullable Object> seen = new ArrayList<>();
    Include.Select select =
        (call, parent, depth) -> {
          seen.add(call == context);
          seen.add(parent.get("id"));
          seen.add(depth);
          return Map.of();
        };

    populate(
            PopulateSchema.of(
                POST.include(
                    Include.of("users")
                        .parentField("author")
                        .childField("id")
                        .select(select)
                        .include(
                            Include.of("posts")
                                .parentField("id")
                                .childField("author")
                                .select(select)))))
        .run(context);

    assertThat(seen).containsExactly(true, 1L, 2, true, "a1", 3);
  }

  @Test
  void waitsForASelectThatIsNotReady() throws Exception {
    CompletableFuture<Map<String, ?>> later = new CompletableFuture<>();
    PopulateSchema schema =
        PopulateSchema.of(Include.of("posts").selectAsync((call, parent, depth) -> later));

    CompletableFuture<?> joined = populate(schema).start(context).toCompletableFuture();
    assertThat(joined).isNotDone();
    later.complete(Map.of("id", 2));

    assertThat(joined).isCompleted();
    assertThat(valueAt("posts.title")).isEqualTo("Post 2");
  }

  @Test
  void joinsToEveryRecordOfAListAndOfAPage() throws Exception {
    HookContext page = context("{'total': 9, 'data': [{'postId': 1}, {'postId': 2}]}");
    HookContext list = context("[{'postId': 1}, {'postId': 2}, 7, null]");

    populate(PopulateSchema.of(POST)).run(page);
    populate(PopulateSchema.of(POST)).run(list);

    assertThat(valueAt(page, "data.1.post.title")).isEqualTo("Post 2");
    assertThat(list.valueAt("result.1.post.title")).isEqualTo("Post 2");
    assertThat(list.valueAt("result.2")).isEqualTo(7L);
  }

  @Test
  void joinsToDataBeforeTheMethod() throws Exception {
    HookContext create =
        HookContext.of(HookStage.BEFORE, HookMethod.CREATE, "recommendations")
            .services(services.services())
            .data(json("{'postId': 2}"))
            .build();

    populate(PopulateSchema.of(POST)).run(create);

    assertThat(create.valueAt("data.post.title")).isEqualTo("Post 2");
  }

  @Test
  void doesNothingWithoutItems() throws Exception {
    HookContext none = context("null");

    populate(PopulateSchema.of(POST)).run(none);

    assertThat(none.result()).isNull();
  }

  @Test
  void joinsThreeLevelsDeep() throws Exception {
    populate(
            PopulateSchema.of(
                POST.include(
                    Include.of("users").nameAs("authorInfo").parentField("author").childField("id"),
                    Include.of("comments")
                        .nameAs("commentsInfo")
                        .parentField("id")
                        .childField("postId")
                        .query(
                            Map.of(
                                "$limit", 5, "$select", List.of("title"), "$sort", mapOf("id", -1)))
                        .select((call, parent, depth) -> Map.of("$limit", 6))
                        .asArray(true)
                        .include(Include.of("posts").nameAs("of").query(Map.of("id", 2))),
                    Include.of("users")
                        .nameAs("readersInfo")
                        .parentField("readers")
                        .childField("id"))))
        .run(context);

    assertThat(valueAt("post._include"))
        .isEqualTo(List.of("authorInfo", "commentsInfo", "readersInfo"));
    assertThat(valueAt("post.authorInfo.name")).isEqualTo("Author 1");
    assertThat(valueAt("post.commentsInfo.0"))
        .isEqualTo(
            json(
                "{'id': 3, 'title': 'Comment 3', '_include': ['of'], 'of': {'id': 2, 'title': 'Post"
                    + " 2', 'author': 'a2', 'readers': ['a1']}}"));
    assertThat(valueAt("post.readersInfo.1.name")).isEqualTo("Author 2");
    assertThat(services.queries("comments").get(0)).contains(entry("$limit", 6));
    assertThat(services.calls()).hasSize(1 + 3 + 2);
  }

  @Test
  void keepsWhatAnEarlierJoinNamed() throws Exception {
    HookContext again = context("{'postId': 1, '_include': ['post', 'other']}");

    populate(PopulateSchema.of(POST)).run(again);

    assertThat(valueAt(again, "_include")).isEqualTo(List.of("post", "other"));
  }

  @Test
  void callsAsWhoTheHookWasCalledUnlessTheSchemaOrAnIncludeSaysOtherwise() throws Exception {
    Include nested = POST.include(Include.of("users").parentField("author").childField("id"));

    assertThat(providers(PopulateSchema.of(nested))).containsExactly("rest", "rest");
    assertThat(providers(PopulateSchema.of(nested).provider("global")))
        .containsExactly("global", "global");
    assertThat(providers(PopulateSchema.of(nested).provider(null))).containsExactly(null, null);
    assertThat(providers(PopulateSchema.of(nested.provider("socketio")).provider("global")))
        .containsExactly("socketio", "socketio");
    assertThat(
            providers(
                PopulateSchema.of(
                    POST.provider(null)
                        .include(
                            Include.of("users")
                                .parentField("author")
                                .childField("id")
                                .provider("rest")))))
        .containsExactly(null, "rest");
  }

  @Test
  void leavesTheProviderOutWhereItIsTheServiceItself() throws Exception {
    populate(PopulateSchema.of(POST.provider(null))).run(context);

    assertThat(services.calls().get(0).params().has(HookParams.PROVIDER)).isFalse();
  }

  @Test
  void handsTheParamsOnButForTheQuery() throws Exception {
    context.params().set("flag", "mine");
    context.params().query().put("name", "of the hook's own");

    populate(PopulateSchema.of(POST)).run(context);

    HookParams params = services.calls().get(0).params();
    assertThat(params.get("flag")).isEqualTo("mine");
    assertThat(params.query()).isEqualTo(mapOf("id", 1L));
    assertThat(context.params().has(HookParams.POPULATE)).isFalse();
  }

  @Test
  void asksForAllRecordsForAPageOfTheServiceOrForAPageOfThatSize() throws Exception {
    context.params().set(HookParams.PAGINATE, "as the hook's call");
    Include readers = Include.of("users").query(Map.of());

    populate(
            PopulateSchema.of(
                readers.nameAs("default"),
                readers.nameAs("false").paginate(false),
                readers.nameAs("true").paginate(true),
                readers.nameAs("one").paginate(1)))
        .run(context);

    assertThat(services.calls())
        .extracting(call -> call.params().get(HookParams.PAGINATE))
        .containsExactly(false, false, "as the hook's call", Map.of("default", 1));
    assertThat(valueAt("default.1.name")).isEqualTo("Author 2");
    assertThat(valueAt("one.name")).isEqualTo("Author 1");
  }

  @Test
  void runsTheServicesOwnJoinsOnlyWhereThatIsWanted() throws Exception {
    populate(PopulateSchema.of(POST, POST.nameAs("inner").useInnerPopulate(true))).run(context);

    assertThat(services.calls())
        .extracting(call -> call.params().get(HookParams.POPULATE))
        .containsExactly("skip", null);
  }

  @Test
  void doesNothingInsideAnotherPopulate() throws Exception {
    context.params().set(HookParams.POPULATE, "skip");

    populate(PopulateSchema.of(POST)).run(context);

    assertThat(result()).isEqualTo(json("{'userId': 'a1', 'postId': 1}"));
  }

  @Test
  void asksForPermissionsOfTheSchemaAndOfEachInclude() throws Exception {
    List<String> asked = new ArrayList<>();
    PopulateOptions options =
        PopulateOptions.of(
                PopulateSchema.of(
                        POST.permissions("for posts")
                            .include(
                                Include.of("users")
                                    .parentField("author")
                                    .childField("id")
                                    .permissions(List.of("for users")),
                                Include.of("comments")
                                    .parentField("id")
                                    .childField("postId")
                                    .permissions("")))
                    .permissions("for root"))
            .withCheckPermissions(
                (call, service, permissions, depth) ->
                    asked.add(service + ": " + permissions + ", " + depth));

    populate(options).run(context);

    assertThat(asked)
        .containsExactly(
            "recommendations: for root, 0", "posts: for posts, 1", "users: [for users], 2");
  }

  @Test
  void refusesWhatPermissionsDoNotAllow() {
    PopulateOptions.PermissionCheck nobody = (call, service, permissions, depth) -> false;
    PopulateOptions.PermissionCheck notBelow = (call, service, permissions, depth) -> depth == 0;
    PopulateSchema schema =
        PopulateSchema.of(POST.permissions("for posts")).permissions("for root");

    assertRefused(
        PopulateOptions.of(schema).withCheckPermissions(nobody),
        "Permissions do not allow this populate. (populate)");
    assertRefused(
        PopulateOptions.of(schema).withCheckPermissions(notBelow),
        "Permissions for posts do not allow include. (populate)");
    assertThat(services.calls()).isEmpty();
  }

  @Test
  void asksNobodyWhereNoPermissionsAreNamed() throws Exception {
    PopulateOptions options =
        PopulateOptions.of(PopulateSchema.of(POST))
            .withCheckPermissions((call, service, permissions, depth) -> false);

    populate(options).run(context);

    assertThat(valueAt("post.title")).isEqualTo("Post 1");
  }

  @Test
  void refusesASchemaOfAnotherService() throws Exception {
    assertRefused(
        PopulateOptions.of(PopulateSchema.of(POST).service("xteams")),
        "Schema is for xteams not recommendations. (populate)");

    populate(PopulateSchema.of(POST).service("recommendations")).run(context);
    assertThat(valueAt("post.title")).isEqualTo("Post 1");
  }

  @Test
  void refusesAServiceThatIsNotThere() {
    assertRefused(
        PopulateOptions.of(PopulateSchema.of(Include.of("ghosts").query(Map.of()))),
        "Service ghosts is not configured. (populate)");
  }

  @Test
  void findsTheSchemaForEachCall() throws Exception {
    Map<String, PopulateSchema> schemas =
        Map.of("with-post", PopulateSchema.of(POST), "plain", PopulateSchema.of());
    HookContext plain = context("{'postId': 1}");
    context.params().set("schema", "with-post");
    plain.params().set("schema", "plain");
    PopulateOptions options =
        PopulateOptions.of((HookContext call) -> schemas.get(call.params().get("schema")));

    populate(options).run(context);
    populate(options).run(plain);

    assertThat(valueAt("post.title")).isEqualTo("Post 1");
    assertThat(plain.result()).isEqualTo(json("{'postId': 1}"));
    context.params().set("schema", "unknown");
    assertRefused(options, "Schema does not resolve to an object. (populate)");
  }

  @Test
  void saysHowManyNanosecondsEachJoinTook() throws Exception {
    AtomicLong clock = new AtomicLong();
    PopulateOptions options =
        PopulateOptions.of(
                PopulateSchema.of(
                    POST.nameAs("the.post")
                        .include(Include.of("users").parentField("author").childField("id"))))
            .withProfile(true)
            .withClock(() -> clock.addAndGet(1000));

    populate(options).run(context);

    Map<?, ?> elapsed = (Map<?, ?>) requireNonNull(valueAt("_elapsed"));
    assertThat(elapsed).isEqualTo(Map.of("the.post", 5000L, "total", 7000L));
    assertThat(valueAt("the.post._elapsed")).isEqualTo(Map.of("users", 1000L, "total", 3000L));
  }

  @Test
  void readsTheSystemsClockUnlessGivenAnother() throws Exception {
    populate(PopulateOptions.of(PopulateSchema.of(POST)).withProfile(true)).run(context);

    Map<?, ?> elapsed = (Map<?, ?>) requireNonNull(valueAt("_elapsed"));
    assertThat((Long) elapsed.get("total"))
        .isPositive()
        .isGreaterThanOrEqualTo((Long) requireNonNull(elapsed.get("post")));
  }

  @Test
  void saysNothingOfTimeUnlessAsked() throws Exception {
    populate(PopulateSchema.of(POST)).run(context);

    assertThat(context.hasResult()).isTrue();
    assertThat(valueAt("_elapsed")).isNull();
  }

  @Test
  void givesEveryCallAQueryOfItsOwn() throws Exception {
    List<Object> select = new ArrayList<>(List.of("title"));
    Include include = POST.query(Map.of("$select", select));
    LoggedServices greedy =
        new LoggedServices()
            .with(
                "posts",
                params -> {
                  ((List<?>) requireNonNull(params.query().get("$select"))).clear();
                  params.query().clear();
                  return CompletableFuture.completedStage(new ArrayList<>());
                });

    populate(PopulateSchema.of(include))
        .run(context(json("[{'postId': 1}, {'postId': 2}]"), greedy));

    assertThat(greedy.calls())
        .hasSize(2); // the second one's $select was there to be cleared as well
    assertThat(select).containsExactly("title");
  }

  @Test
  void refusesAtOnceWhatCanNeverBeJoined() {
    assertThatThrownBy(() -> PopulateSchema.of(Include.of("posts").childField("id")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Child schema is missing parentField or childField property. (populate): posts");
    assertThatThrownBy(
            () -> POST.include(Include.of("users").parentField("author").query(Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Child schema is missing parentField or childField property. (populate): users");
    assertThatThrownBy(() -> POST.paginate(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("size < 1: 0");
    assertThatThrownBy(() -> PopulateOptions.of(PopulateSchema.of(POST)).withCallLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("callLimit < 1: 0");
  }

  @Test
  void doesNotChangeASchemaThatIsUsed() throws Exception {
    PopulateSchema schema = PopulateSchema.of(POST.query(Map.of("title", "Post 1")));
    String before = schema.toString();

    populate(schema).run(context);
    populate(schema).run(context("{'postId': 2}"));

    assertThat(schema).hasToString(before);
    assertThat(services.queries("posts").get(1)).isEqualTo(Map.of("title", "Post 1", "id", 2L));
  }

  private List<@Nullable String> providers(PopulateSchema schema) throws Exception {
    int before = services.calls().size();
    HookContext called = context("{'postId': 1}");
    called.params().set(HookParams.PROVIDER, "rest");
    populate(schema).run(called);
    List<@Nullable String> providers = new ArrayList<>();
    services.calls().stream().skip(before).forEach(call -> providers.add(call.params().provider()));
    return providers;
  }

  private void assertRefused(PopulateOptions options, String message) {
    assertThatThrownBy(() -> populate(options).run(context))
        .isInstanceOfSatisfying(
            HookException.class,
            refused -> assertThat(refused.kind()).isEqualTo(HookException.Kind.BAD_REQUEST))
        .hasMessage(message);
  }

  private static Map<String, ?> idOf(Map<String, @Nullable Object> parent) {
    return mapOf("id", parent.get("postId"));
  }

  private static Map<String, @Nullable Object> mapOf(String name, @Nullable Object value) {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put(name, value);
    return map;
  }

  private @Nullable Object result() {
    return context.result();
  }

  private @Nullable Object valueAt(String path) {
    return valueAt(context, path);
  }

  private static @Nullable Object valueAt(HookContext context, String path) {
    return context.valueAt("result." + path);
  }

  private HookContext context(String result) {
    return context(json(result), services);
  }

  private static HookContext context(@Nullable Object result, LoggedServices services) {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.FIND, "recommendations")
            .services(services.services())
            .build();
    context.setResult(result);
    return context;
  }

  private static @Nullable Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
