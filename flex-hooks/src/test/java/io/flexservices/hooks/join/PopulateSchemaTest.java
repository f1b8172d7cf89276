package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.populate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookStage;
import io.flexservices.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Schemas that were written as JSON. */
class PopulateSchemaTest {
  private final LoggedServices services =
      new LoggedServices()
          .with("users", "id", List.of(Map.of("id", 1L, "name", "John"), Map.of("id", 2L)));

  @Test
  void takeOneIncludeOrSeveral() throws Exception {
    String include = "{'service': 'users', 'parentField': 'by', 'childField': 'id'}";

    assertThat(joined("{'include': " + include + "}").get("users")).isNotNull();
    assertThat(joined("{'include': [" + include + "]}").get("users")).isNotNull();
    assertThat(joined("{'include': []}")).isEqualTo(Map.of("by", 1L));
    assertThat(joined("{'include': null}")).isEqualTo(Map.of("by", 1L));
    assertThat(joined("{}")).isEqualTo(Map.of("by", 1L));
  }

  @Test
  void haveEveryOption() throws Exception {
    joined(
        "{'service': 'posts', 'permissions': 'p', 'provider': 'rest', 'include': {'service':"
            + " 'users', 'nameAs': 'a.b', 'parentField': 'by', 'childField': 'id', 'permissions':"
            + " ['q'], 'query': {'$limit': 5}, 'asArray': true, 'paginate': 7, 'provider': null,"
            + " 'useInnerPopulate': true, 'include': {'service': 'users', 'query': {}, 'paginate':"
            + " true}}}");

    assertThat(services.calls().get(0).params().asMap())
        .isEqualTo(
            Map.of("query", Map.of("$limit", 5L, "id", 1L), "paginate", Map.of("default", 7)));
    assertThat(services.calls().get(1).params().asMap())
        .isEqualTo(Map.of("query", Map.of(), "_populate", "skip"));
  }

  @Test
  void tellAProviderThatIsNullFromNone() throws Exception {
    String include = "'include': {'service': 'users', 'query': {}}";

    joined("{'provider': null, " + include + "}");
    joined("{" + include + "}");

    assertThat(services.calls())
        .extracting(call -> call.params().provider())
        .containsExactly(null, "socketio");
  }

  @Test
  void takeFunctionsForSelect() throws Exception {
    Include.Select select = (context, parent, depth) -> Map.of("id", depth + 1);
    Include.AsyncSelect later =
        (context, parent, depth) -> CompletableFuture.completedStage(Map.of("id", depth));

    Map<String, ?> both =
        Map.of(
            "include",
            List.of(
                Map.of("service", "users", "nameAs", "two", "select", select),
                Map.of("service", "users", "nameAs", "one", "select", later)));
    Map<?, ?> record = joined(PopulateSchema.fromJson(both));

    assertThat(record.get("two")).isEqualTo(Map.of("id", 2L));
    assertThat(record.get("one")).isEqualTo(Map.of("id", 1L, "name", "John"));
  }

  @Test
  void areRefusedByTheCallThatLacksSomething() {
    assertRefused(
        "{'include': {'nameAs': 'x', 'parentField': 'by', 'childField': 'id'}}",
        "Child schema is missing the service property. (populate)");
    assertRefused(
        "{'include': {'service': 'users', 'parentField': 'by'}}",
        "Child schema is missing parentField or childField property. (populate)");
    assertRefused(
        "{'include': {'service': 'users', 'parentField': 'by', 'query': {}}}",
        "Child schema is missing parentField or childField property. (populate)");
    assertThat(services.calls()).isEmpty();
  }

  @Test
  void passRecordsOverThatNoParentFieldIsNamedFor() throws Exception {
    assertThat(joined("{'include': {'service': 'users', 'childField': 'id'}}"))
        .isEqualTo(Map.of("by", 1L, "_include", List.of()));
  }

  @Test
  void markWhatHasAnEmptyInclude() throws Exception {
    Map<?, ?> record =
        joined("{'include': {'service': 'users', 'query': {'id': 2}, 'include': []}}");

    assertThat(record.get("users")).isEqualTo(Map.of("id", 2L, "_include", List.of()));
  }

  @Test
  void areRefusedAtOnceWhereAMemberIsOfTheWrongType() {
    assertWrong("{'service': 1}", "The schema's service is not a text: Long. (populate)");
    assertWrong(
        "{'include': 1}",
        "The schema's include is not an object or a list of objects: Long. (populate)");
    assertWrong(
        "{'include': [null]}",
        "The schema's include is not an object or a list of objects: null. (populate)");
    assertWrong(
        "{'include': {'select': 'x'}}",
        "The schema's select is not a function: String. (populate)");
    assertWrong(
        "{'include': {'query': 'x'}}", "The schema's query is not an object: String. (populate)");
    assertWrong(
        "{'include': {'asArray': 1}}", "The schema's asArray is not a boolean: Long. (populate)");
    assertWrong(
        "{'include': {'paginate': 'x'}}",
        "The schema's paginate is not a boolean or a number: String. (populate)");
  }

  private static void assertWrong(String schema, String message) {
    assertThatThrownBy(() -> schema(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private void assertRefused(String schema, String message) {
    assertThatThrownBy(() -> joined(schema)).isInstanceOf(HookException.class).hasMessage(message);
  }

  private Map<?, ?> joined(String schema) throws Exception {
    return joined(schema(schema));
  }

  private Map<?, ?> joined(PopulateSchema schema) throws Exception {
    Map<String, @Nullable Object> record = new HashMap<>(Map.of("by", 1L));
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.GET, "posts")
            .services(services.services())
            .build();
    context.params().set("provider", "socketio");
    context.setResult(record);
    populate(schema).run(context);
    return record;
  }

  private static PopulateSchema schema(String text) {
    return PopulateSchema.fromJson(JsonObject.parse(text.replace('\'', '"')).toMap());
  }
}
