package io.flexservices.hooks.kinvey;

import static io.flexservices.hooks.records.RecordsSources.collection;
import static io.flexservices.hooks.records.RecordsSources.function;
import static io.flexservices.hooks.records.RecordsSources.serviceObject;
import static io.flexservices.hooks.records.RecordsSources.userStore;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.data.ServiceObject;
import io.flexservices.functions.HookType;
import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookMethod;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.HookSet;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.records.MemoryRecords;
import io.flexservices.modules.store.StoreOptions;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeBackend;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the page on the ways in. */
@Timeout(60)
class KinveyExamplesTest {
  private final FakeBackend backend = FakeBackend.start();
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    backend.close();
    if (client != null) {
      client.close();
    }
  }

  private FlexTestClient client(FlexService service) {
    client = FlexTestClient.of(service).withBackend(backend);
    return client;
  }

  private static Map<String, Object> load(@Nullable String id) {
    return Map.of("_id", String.valueOf(id), "name", "Bolt", "cost", 3);
  }

  static void widgets(Flex flex) {
    Hook hideCost = context -> context.records().forEach(widget -> widget.remove("cost"));

    Hooks.on(flex.data().serviceObject("widgets"))
        .before(HookMethod.CREATE, context -> context.setValueAt("data.state", "new"))
        .after(hideCost)
        .onGetById(
            (context, complete, modules) -> complete.setBody(load(context.entityId())).ok().next())
        .onInsert(
            (context, complete, modules) -> complete.setBody(context.body()).created().next());
  }

  @Test
  void putsHooksAroundAServiceObject() {
    client(KinveyExamplesTest::widgets);
    assertThat(client.get("/widgets/1").send().json().has("cost")).isFalse();
    FlexTestResponse created = client.post("/widgets").json(Map.of("name", "Nut")).send();
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text()).isEqualTo("{\"name\":\"Nut\",\"state\":\"new\"}");
  }

  static void orders(Flex flex) {
    Hook ownOnly =
        context -> {
          if (!(context.params().user() instanceof Map<?, ?> user)) {
            throw HookException.of(HookException.Kind.NOT_AUTHENTICATED, "Log in first.");
          }
          context.params().query().put("owner", user.get("_id"));
        };
    HookSet hooks =
        HookSet.none()
            .before(HookMethod.FIND, ownOnly)
            .after(HookMethod.FIND, context -> context.records().forEach(o -> o.remove("notes")));

    flex.functions().registerAsync("orders", Hooks.function(hooks));
  }

  @Test
  void runsHooksAsAFunction() {
    client(KinveyExamplesTest::orders);
    FlexTestResponse before =
        client.function("orders").hook(HookType.PRE).method("GET").as("ann", "u1").send();
    assertThat(before.json().path("request.query.query")).isEqualTo("{\"owner\":\"u1\"}");
    FlexTestResponse after =
        client
            .function("orders")
            .hook(HookType.POST)
            .method("GET")
            .response(200, List.of(Map.of("_id", "1", "notes", "n")))
            .send();
    assertThat(after.json().path("response.body.0").toString()).isEqualTo("{\"_id\":\"1\"}");
    FlexTestResponse nobody = client.function("orders").hook(HookType.PRE).method("GET").send();
    assertThat(nobody.status()).isEqualTo(401);
  }

  static Services services(ServiceObject widgets) {
    RecordsSource comments =
        Hooks.on("comments", collection("comments"))
            .after(context -> context.records().forEach(comment -> comment.remove("email")));
    MemoryRecords currencies =
        MemoryRecords.of("code", List.of(Map.of("code", "EUR", "name", "Euro")));

    return Services.none()
        .with("comments", comments)
        .with("users", userStore())
        .with("orders", collection("orders", StoreOptions.defaults().withUseUserContext(true)))
        .with("widgets", serviceObject(widgets))
        .withRecords("currencies", currencies)
        .with("days", function(params -> List.of(Map.of("_id", "mon", "name", "Monday"))));
  }

  static void reader(Flex flex) {
    ServiceObject widgets = flex.data().serviceObject("widgets");
    widgets.onGetById(
        (context, complete, modules) -> complete.setBody(load(context.entityId())).ok().next());

    Hook withName =
        Hook.async(
            context ->
                context
                    .service(String.valueOf(context.id()))
                    .find(new HookParams())
                    .thenAccept(context::setResult));

    Hooks.on(flex.data().serviceObject("all"), services(widgets))
        .before(HookMethod.GET, withName)
        .onGetById((context, complete, modules) -> complete.notFound().next());
  }

  @Test
  void readsWhereverRecordsAre() {
    client(KinveyExamplesTest::reader);
    backend.on(
        "GET",
        "/appdata/kid_test/comments/",
        FakeAnswer.json(200, List.of(Map.of("_id", "c", "email", "e"))));
    backend.on("GET", "/appdata/kid_test/orders/", FakeAnswer.json(200, List.of()));
    backend.on("GET", "/user/kid_test/", FakeAnswer.json(200, List.of(Map.of("_id", "u1"))));
    assertThat(client.get("/all/comments").send().text()).isEqualTo("[{\"_id\":\"c\"}]");
    assertThat(client.get("/all/users").send().text()).isEqualTo("[{\"_id\":\"u1\"}]");
    assertThat(client.get("/all/currencies").send().text()).contains("Euro");
    assertThat(client.get("/all/days").send().text()).contains("Monday");
    client.get("/all/orders").originalHeader("authorization", "Kinvey token-of-ann").send();
    assertThat(backend.calls())
        .extracting(FakeCall::line)
        .containsExactly(
            "GET /appdata/kid_test/comments/",
            "GET /user/kid_test/",
            "GET /appdata/kid_test/orders/");
    assertThat(backend.calls().get(2).header("authorization")).isEqualTo("Kinvey token-of-ann");
  }
}
