package io.flexservices.hooks.join;

import static io.flexservices.hooks.join.Populate.dePopulate;
import static io.flexservices.hooks.join.Populate.populate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookContext;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.HookStage;
import io.flexservices.hooks.internal.Paths;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page on populate shows. */
class PopulateExamplesTest {
  private final LoggedServices services =
      new LoggedServices()
          .with(
              "roles",
              "_id",
              List.of(
                  Map.of("_id", "555", "permissions", List.of("foo", "bar")),
                  Map.of("_id", "666", "permissions", List.of("fiz", "buz"))))
          .with(
              "comments",
              "_id",
              List.of(
                  Map.of("_id", "555", "text", "first", "postId", "111", "userId", "1"),
                  Map.of("_id", "666", "text", "second", "postId", "111", "userId", "2")))
          .with("users", "_id", List.of(Map.of("_id", "1", "name", "John"), Map.of("_id", "2")))
          .with("invoices", "_id", List.of(Map.of("_id", "i1", "orderId", "o1")))
          .with("slips", "_id", List.of(Map.of("_id", "s1", "orderId", "o1")));

  @Test
  void oneRecordGoesIntoAnother() throws Exception {
    Hook role =
        populate(
            PopulateSchema.of(
                Include.of("roles").nameAs("role").parentField("roleId").childField("_id")));

    assertThat(joined("users", role, "{'_id': '111', 'name': 'John', 'roleId': '555'}"))
        .isEqualTo(
            json(
                "{'_id': '111', 'name': 'John', 'roleId': '555', '_include': ['role'], 'role':"
                    + " {'_id': '555', 'permissions': ['foo', 'bar']}}"));
  }

  @Test
  void recordsGoInByAListOfIds() throws Exception {
    Hook roles =
        populate(
            PopulateSchema.of(
                Include.of("roles").nameAs("roles").parentField("roleIds").childField("_id")));

    assertThat(at(joined("users", roles, "{'roleIds': ['555', '666']}"), "roles.1._id"))
        .isEqualTo("666");
  }

  @Test
  void childrenGoIntoTheirParentAndTheirAuthorsIntoThem() throws Exception {
    Hook comments =
        populate(
            PopulateSchema.of(
                Include.of("comments")
                    .parentField("_id")
                    .childField("postId")
                    .query(Map.of("$limit", 5, "$sort", Map.of("text", -1)))
                    .asArray(true)
                    .include(
                        Include.of("users")
                            .nameAs("author")
                            .parentField("userId")
                            .childField("_id"))));

    Object post = joined("posts", comments, "{'_id': '111', 'body': '...'}");
    assertThat(at(post, "comments.0.text")).isEqualTo("second");
    assertThat(at(post, "comments.1.author.name")).isEqualTo("John");
  }

  @Test
  void aFunctionSaysWhichRecordsAreMeant() throws Exception {
    Hook comments =
        populate(
            PopulateSchema.of(
                Include.of("comments")
                    .select((context, post, depth) -> Map.of("postId", post.get("_id")))));

    assertThat(at(joined("posts", comments, "{'_id': '111'}"), "comments.0.text"))
        .isEqualTo("first");
  }

  @Test
  void aSchemaIsWrittenAsJson() throws Exception {
    JsonObject written =
        JsonObject.parse(
            """
            {"include": {"service": "roles", "nameAs": "role",
                         "parentField": "roleId", "childField": "_id"}}
            """);
    Hook role = populate(PopulateSchema.fromJson(written.asMap()));

    assertThat(at(joined("users", role, "{'roleId': '555'}"), "role._id")).isEqualTo("555");
  }

  @Test
  void theClientSaysWhichSchemaItNeeds() throws Exception {
    Include invoices = Include.of("invoices").parentField("_id").childField("orderId");
    Include slips = Include.of("slips").parentField("_id").childField("orderId");
    Map<String, PopulateSchema> schemas =
        Map.of("po-acct", PopulateSchema.of(invoices), "po-rec", PopulateSchema.of(slips));

    Hook orders = populate(context -> schemas.get(context.params().get("schema")));

    HookContext context = context("purchaseOrders", "{'_id': 'o1'}");
    context.params().set("schema", "po-rec");
    orders.run(context);
    assertThat(context.valueAt("result.slips._id")).isEqualTo("s1");
  }

  @Test
  void permissionsSayWhoMayHaveWhat() throws Exception {
    PopulateSchema schema =
        PopulateSchema.of(
            Include.of("invoices")
                .parentField("_id")
                .childField("orderId")
                .permissions("invoices"));

    Hook orders =
        populate(
            PopulateOptions.of(schema)
                .withCheckPermissions(
                    (context, service, permissions, depth) ->
                        context.valueAt("params.user.permissions") instanceof List<?> granted
                            && granted.contains(permissions)));

    HookContext context = context("purchaseOrders", "{'_id': 'o1'}");
    assertThatThrownBy(() -> orders.run(context))
        .hasMessage("Permissions for invoices do not allow include. (populate)");
    context.params().set("user", Map.of("permissions", List.of("invoices")));
    orders.run(context);
    assertThat(context.valueAt("result.invoices._id")).isEqualTo("i1");
  }

  @Test
  void whatWasJoinedIsTakenOutBeforeARecordIsWritten() throws Exception {
    HookSet users =
        HookSet.none()
            .before(HookMethod.UPDATE, dePopulate())
            .after(
                populate(
                    PopulateSchema.of(
                        Include.of("roles")
                            .nameAs("role")
                            .parentField("roleId")
                            .childField("_id"))));

    assertThat(users.hooks(HookStage.BEFORE, HookMethod.UPDATE)).hasSize(1);
    HookContext context =
        HookContext.of(HookStage.BEFORE, HookMethod.UPDATE, "users")
            .data(json("{'roleId': '555', 'role': {}, '_include': ['role']}"))
            .build();
    users.hooks(HookStage.BEFORE, HookMethod.UPDATE).get(0).run(context);
    assertThat(context.data()).isEqualTo(Map.of("roleId", "555"));
  }

  private @Nullable Object joined(String path, Hook hook, String record) throws Exception {
    HookContext context = context(path, record);
    hook.run(context);
    return context.result();
  }

  private HookContext context(String path, String record) {
    HookContext context =
        HookContext.of(HookStage.AFTER, HookMethod.GET, path).services(services.services()).build();
    context.setResult(json(record));
    return context;
  }

  private static @Nullable Object at(@Nullable Object record, String path) {
    return Paths.getOrNull(record, path);
  }

  private static @Nullable Object json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }
}
