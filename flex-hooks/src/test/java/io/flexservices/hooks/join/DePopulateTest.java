package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.dePopulate;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By the document, the recorded case and the reference's own tests. */
class DePopulateTest {
  @Test
  void takesOutWhatWasJoinedComputedAndMeasured() throws Exception {
    HookContext context =
        after(
            "{'a': 1, 'author': {}, 'age': 3, '_include': ['author', 'x'],"
                + " '_elapsed': {'author': 1}, '_computed': ['age', 'age']}");

    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void leavesWhatIsAroundAPlaceWithDots() throws Exception {
    HookContext context =
        after("{'a': 1, '_include': ['post.a.b', 'x', 'post.c.d'], 'post': {'a': {'b': {}}}}");

    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("a", 1L, "post", Map.of("a", Map.of())));
  }

  @Test
  void worksOnEachRecordOfTheDataBeforeTheMethod() throws Exception {
    HookContext context =
        HookContext.of(HookStage.BEFORE, HookMethod.PATCH, "posts")
            .data(json("[{'a': 1, '_include': ['p'], 'p': {}}, {'a': 2}, 7]"))
            .build();

    dePopulate().run(context);

    assertThat(context.data()).isEqualTo(List.of(Map.of("a", 1L), Map.of("a", 2L), 7L));
  }

  @Test
  void staysInsideAPage() throws Exception {
    HookContext context = after("{'total': 1, 'data': [{'a': 1, '_include': ['p'], 'p': {}}]}");

    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("total", 1L, "data", List.of(Map.of("a", 1L))));
  }

  @Test
  void givesEachRecordFirst() throws Exception {
    HookContext context = after("{'a': 1, 'b': 2, 'c': 3}");

    dePopulate(
            record -> {
              record.remove("b");
              record.put("_computed", List.of("c"));
            })
        .run(context);

    assertThat(context.result()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void passesOverNamesThatAreNone() throws Exception {
    HookContext context = after("{'a': 1, 'p': 2, '_include': [null, 7], '_computed': null}");

    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("a", 1L, "p", 2L));
  }

  @Test
  void takesATextForTheOneName() throws Exception {
    HookContext context = after("{'a': 1, 'p': {'b': 2, 'c': 3}, '_include': 'p.b'}");

    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("a", 1L, "p", Map.of("c", 3L)));
  }

  @Test
  void undoesPopulate() throws Exception {
    LoggedServices services =
        new LoggedServices().with("users", "id", List.of(Map.of("id", 1L, "name", "John")));
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.GET, "posts")
            .services(services.services())
            .build();
    context.setResult(json("{'by': 1}"));

    Populate.populate(
            PopulateOptions.of(
                    PopulateSchema.of(
                        Include.of("users").nameAs("author").parentField("by").childField("id")))
                .withProfile(true))
        .run(context);
    assertThat(context.valueAt("result.author.name")).isEqualTo("John");
    dePopulate().run(context);

    assertThat(context.result()).isEqualTo(Map.of("by", 1L));
  }

  private static HookContext after(String result) {
    HookContext context = HookContext.of(HookStage.AFTER, HookMethod.FIND, "posts").build();
    context.setResult(json(result));
    return context;
  }

  private static @Nullable Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
