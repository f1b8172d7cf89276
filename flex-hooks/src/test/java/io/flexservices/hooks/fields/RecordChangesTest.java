package io.flexservices.hooks.fields;

import static io.flexservices.hooks.Texts.after;
import static io.flexservices.hooks.Texts.before;
import static io.flexservices.hooks.Texts.finding;
import static io.flexservices.hooks.Texts.object;
import static io.flexservices.hooks.Texts.run;
import static io.flexservices.hooks.Texts.value;
import static io.flexservices.hooks.fields.RecordChanges.alterItems;
import static io.flexservices.hooks.fields.RecordChanges.alterItemsAsync;
import static io.flexservices.hooks.fields.RecordChanges.mapItems;
import static io.flexservices.hooks.fields.RecordChanges.serialize;
import static io.flexservices.hooks.fields.RecordChanges.traverse;
import static io.flexservices.hooks.fields.SerializeSchema.schema;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.join.Populate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordChangesTest {
  private static final Transformer TRIMMER =
      node -> {
        if (node.value() instanceof String text) {
          node.update(text.strip());
        }
      };

  /** Where records may stand, with a function that reads them back. */
  private record Place(Supplier<HookContext> context, String trimmed) {}

  static Stream<Place> places() {
    String both = "[{'a':' a  b  '},{'c':' c '}]";
    return Stream.of(
        new Place(() -> before(HookMethod.CREATE, "{'a':' a  b  '}"), "{'a':'a  b'}"),
        new Place(() -> before(HookMethod.CREATE, both), "[{'a':'a  b'},{'c':'c'}]"),
        new Place(() -> after(HookMethod.CREATE, "{'a':' a  b  '}"), "{'a':'a  b'}"),
        new Place(() -> after(HookMethod.CREATE, both), "[{'a':'a  b'},{'c':'c'}]"),
        new Place(
            () -> after(HookMethod.FIND, "{'total':2,'data':" + both + "}"),
            "[{'a':'a  b'},{'c':'c'}]"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsInRecordsIsTransformedInPlace(Place place) throws Exception {
    HookContext context = place.context().get();
    assertThat(run(traverse(TRIMMER), context).items()).isEqualTo(value(place.trimmed()));
  }

  @ParameterizedTest
  @MethodSource("places")
  void recordsAreAlteredInPlaceOrReplaced(Place place) throws Exception {
    Hook inPlace = alterItems((record, context) -> record.put("by", context.path()));
    Hook replaced = mapItems((record, context) -> stamped(record));
    Hook unchanged = mapItems((record, context) -> null);
    Hook async =
        alterItemsAsync(
            (record, context) -> {
              record.put("by", "posts");
              return CompletableFuture.completedStage(null);
            });
    Hook asyncReplaced =
        alterItemsAsync((record, context) -> CompletableFuture.supplyAsync(() -> stamped(record)));
    Object untouched = place.context().get().items();
    Object expected = items(place.context().get(), "{'by':'posts'}");
    for (Hook hook : List.of(inPlace, replaced, async, asyncReplaced)) {
      assertThat(run(hook, place.context().get()).items()).isEqualTo(expected);
    }
    assertThat(run(unchanged, place.context().get()).items()).isEqualTo(untouched);
  }

  @Test
  void recordsAreAlteredSideBySide() throws Exception {
    List<CompletableFuture<Object>> begun = new ArrayList<>();
    HookContext context = after(HookMethod.FIND, "[{'a':1},{'a':2}]");
    CompletableFuture<?> ended =
        alterItemsAsync(
                (record, called) -> {
                  begun.add(new CompletableFuture<>());
                  return begun.get(begun.size() - 1);
                })
            .start(context)
            .toCompletableFuture();
    assertThat(begun).hasSize(2);
    begun.get(1).complete(object("{'b':2}"));
    assertThat(ended).isNotDone();
    begun.get(0).complete("no object");
    assertThat(ended).isCompleted();
    assertThat(context.result()).isEqualTo(value("[{'a':1},{'b':2}]"));
  }

  @Test
  void anAlterationThatFailsEndsTheCall() {
    Hook hook =
        alterItemsAsync(
            (record, context) ->
                CompletableFuture.failedStage(new IllegalStateException("no price")));
    assertThatThrownBy(() -> run(hook, after(HookMethod.GET, "{}"))).hasMessage("no price");
  }

  @Test
  void otherValuesAreTraversedAsWell() throws Exception {
    HookContext context = finding("{'query':{'b':'  b  b  '},'something':{'c':' c','d':'d '}}");
    run(traverse(TRIMMER, called -> called.params().query()), context);
    assertThat(context.params().asMap())
        .isEqualTo(object("{'query':{'b':'b  b'},'something':{'c':' c','d':'d '}}"));
    Hook both =
        traverse(
            TRIMMER,
            called ->
                List.of(called.params().query(), requireNonNull(called.params().get("something"))));
    assertThat(run(both, context).params().asMap())
        .isEqualTo(object("{'query':{'b':'b  b'},'something':{'c':'c','d':'d'}}"));
  }

  @Test
  void nodesKnowWhereTheyAre() throws Exception {
    List<String> seen = new ArrayList<>();
    Transformer noting =
        node ->
            seen.add(node.path() + (node.isRoot() ? " root" : "") + (node.isLeaf() ? " leaf" : ""));
    run(traverse(noting), before(HookMethod.CREATE, "{'a':{'b':[1,{}]},'c':[]}"));
    assertThat(seen)
        .containsExactly(
            "[] root", "[a]", "[a, b]", "[a, b, 0] leaf", "[a, b, 1] leaf", "[c] leaf");
  }

  @Test
  void nodesAreRemovedFromObjectsAndLists() throws Exception {
    Transformer cleaner =
        node -> {
          if (node.value() == null || "x".equals(node.key())) {
            node.remove();
          }
        };
    String given = "{'a':[null,1,null,null,{'x':[1],'y':null,'z':2}],'b':null}";
    assertThat(run(traverse(cleaner), before(HookMethod.CREATE, given)).data())
        .isEqualTo(object("{'a':[1,{'z':2}]}"));
  }

  @Test
  void traversalGoesOnInWhatWasPutInPlaceUnlessItIsSkipped() throws Exception {
    Transformer wrapper =
        node -> {
          if (node.value() instanceof String text && text.startsWith("=")) {
            node.update(object("{'sum':' %s '}".formatted(text.substring(1))));
          } else {
            TRIMMER.transform(node);
          }
        };
    HookContext context = before(HookMethod.CREATE, "{'a':'=1'}");
    assertThat(run(traverse(wrapper), context).data()).isEqualTo(object("{'a':{'sum':'1'}}"));
    Transformer skipping =
        node -> {
          TRIMMER.transform(node);
          if ("raw".equals(node.key())) {
            node.skip();
          } else if ("last".equals(node.key())) {
            node.stop();
          }
        };
    String given = "{'raw':{'a':' x '},'b':' x ','last':' x ','c':' x '}";
    assertThat(run(traverse(skipping), before(HookMethod.CREATE, given)).data())
        .isEqualTo(object("{'raw':{'a':' x '},'b':'x','last':'x','c':' x '}"));
  }

  @Test
  void aRecordThatHoldsItselfIsTraversedOnce() throws Exception {
    Map<String, @Nullable Object> post = new LinkedHashMap<>();
    post.put("author", new LinkedHashMap<>(Map.of("post", post, "name", " Jo ")));
    HookContext context = after(HookMethod.GET, "null");
    context.setResult(post);
    run(traverse(TRIMMER), context);
    assertThat(context.valueAt("result.author.name")).isEqualTo("Jo");
  }

  @Test
  void recordsAreSerializedToAnyDepth() throws Exception {
    SerializeSchema comments = schema().only("title", "content").exclude("content");
    SerializeSchema author =
        schema()
            .exclude("id", "password", "age")
            .computed("isUnder18", (record, context) -> (Long) record.get("age") < 18);
    Hook hook =
        serialize(
            schema()
                .only("updatedAt")
                .computed("path", (record, context) -> context.path())
                .nested(
                    "post",
                    schema()
                        .exclude("id", "author")
                        .nested("authorInfo", author)
                        .nested("readersInfo", schema().exclude("id"))
                        .nested("commentsInfo", comments)));
    String given =
        """
        {'userId':1,'updatedAt':2,'_include':['post'],'_elapsed':{'post':1,'total':1},
         'post':{'id':1,'title':'P','author':9,
          'authorInfo':{'id':9,'name':'A','password':'x','age':55},
          'commentsInfo':[{'title':'C','content':'c','postId':1},{'title':'D','postId':1}],
          'readersInfo':[{'id':9,'name':'A'},{'id':8,'name':'B'}]}}
        """;
    String expected =
        """
        {'updatedAt':2,'_include':['post'],'_elapsed':{'post':1,'total':1},
         'post':{'title':'P',
          'authorInfo':{'name':'A','isUnder18':false,'_computed':['isUnder18']},
          'commentsInfo':[{'title':'C'},{'title':'D'}],
          'readersInfo':[{'name':'A'},{'name':'B'}]},
         'path':'posts','_computed':['path']}
        """;
    assertThat(run(hook, after(HookMethod.CREATE, given)).result()).isEqualTo(object(expected));
    String page = "{'total':1,'data':[" + given + "]}";
    assertThat(run(hook, after(HookMethod.FIND, page)).items())
        .isEqualTo(List.of(object(expected)));
  }

  @Test
  void schemasMayDependOnTheCall() throws Exception {
    HookContext context = after(HookMethod.GET, "{'a':1,'b':2,'c':{'d':1,'e':{'f':1,'g':2}}}");
    run(serialize(called -> schema()), context);
    assertThat(context.result()).isEqualTo(object("{'a':1,'b':2,'c':{'d':1,'e':{'f':1,'g':2}}}"));
    Map<String, Object> form = Map.of("only", "c", "c", Map.of("only", List.of("e.f")));
    run(serialize(called -> SerializeSchema.of(form)), context);
    assertThat(context.result()).isEqualTo(object("{'c':{'e':{'f':1}}}"));
  }

  @Test
  void plainValuesAreSerializedAsTheyAreAndNullAsAnEmptyRecord() throws Exception {
    Hook hook = serialize(schema().nested("a", schema().only("x")).nested("b", schema()));
    assertThat(run(hook, after(HookMethod.GET, "{'a':null,'c':1}")).result())
        .isEqualTo(object("{'a':{},'c':1}"));
    assertThat(run(hook, after(HookMethod.FIND, "[1,null]")).result()).isEqualTo(value("[1,{}]"));
    assertThat(run(hook, after(HookMethod.GET, "null")).result()).isEqualTo(Map.of());
  }

  @Test
  void aFailureKeepsHavingNoResult() throws Exception {
    HookContext failed = HookContext.of(HookStage.ERROR, HookMethod.GET, "posts").build();
    run(serialize(schema()), failed);
    run(Fields.discard("a"), failed);
    run(Populate.dePopulate(), failed);
    assertThat(failed.hasResult()).isFalse();
  }

  @Test
  void formsThatAreNoSchemasAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerializeSchema.of(Map.of("only", 5)))
        .withMessage("\"only\" in a schema is no name and no list of names");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerializeSchema.of(Map.of("author", "name")))
        .withMessage("\"author\" in a schema is no schema");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SerializeSchema.of(Map.of("computed", Map.of())))
        .withMessage("\"computed\" in a schema is for functions; add them by computed(...)");
  }

  private static Map<String, @Nullable Object> stamped(Map<String, @Nullable Object> record) {
    Map<String, @Nullable Object> stamped = new LinkedHashMap<>(record);
    stamped.put("by", "posts");
    return stamped;
  }

  /** The items of a context, each with more members. */
  private static @Nullable Object items(HookContext context, String more) {
    context.records().forEach(record -> record.putAll(object(more)));
    return context.items();
  }
}
