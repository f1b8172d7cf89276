package io.flexservices.hooks.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.hooks.Hook;
import io.flexservices.hooks.HookParams;
import io.flexservices.hooks.Records;
import io.flexservices.hooks.RecordsSource;
import io.flexservices.hooks.Services;
import io.flexservices.hooks.kinvey.Hooks;
import io.flexservices.json.Json;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.store.StoreOptions;
import io.flexservices.testkit.FakeAnswer;
import io.flexservices.testkit.FakeCall;
import io.flexservices.testkit.FlexTestClient;
import io.flexservices.testkit.FlexTestResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records in Kinvey's stores, as a hook reads and writes them over HTTP. */
@Timeout(120)
class StoreRecordsTest {
  private static final String BOOKS = "/appdata/kid_test/books/";

  private static final String BOOK_0 = "[{\"_id\":\"book-0\"}]";

  private final List<Map<String, Object>> books = new ArrayList<>();
  private final BooksBackend backend = new BooksBackend(books);
  private @Nullable FlexTestClient client;

  @AfterEach
  void close() {
    if (client != null) {
      client.close();
    }
    backend.close();
  }

  /** What a hook gets that works on records. */
  private FlexTestResponse answer(
      RecordsSource source, Function<Records, CompletionStage<?>> work) {
    close(client);
    Hook hook =
        Hook.async(context -> work.apply(context.service("s")).thenAccept(context::setResult));
    client =
        FlexTestClient.of(
            flex ->
                Hooks.on(flex.data().serviceObject("posts"), Services.none().with("s", source))
                    .before(hook)
                    .onGetAll((context, complete, modules) -> complete.next()));
    return client
        .withBackend(backend.backend)
        .get("/posts")
        .as("ann", "u1")
        .originalHeader("authorization", "Kinvey token-of-ann")
        .send();
  }

  private static void close(@Nullable FlexTestClient former) {
    if (former != null) {
      former.close();
    }
  }

  private FlexTestResponse books(Function<Records, CompletionStage<?>> work) {
    return answer(RecordsSources.collection("books"), work);
  }

  private static HookParams query(Object... members) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      query.put((String) members[i], members[i + 1]);
    }
    return new HookParams(Map.of("query", query));
  }

  private static Map<String, Object> in(Stream<?> values) {
    return Map.of("$in", values.toList());
  }

  private void addBooks(int count) {
    IntStream.range(0, count)
        .forEach(
            i -> books.add(Map.of("_id", "book-" + i, "n", i % 10, "tags", List.of(i, i + 1))));
  }

  private static List<Object> ids(FlexTestResponse response) {
    return response.jsonArray().objects().map(book -> book.value("_id")).toList();
  }

  @Test
  void findsByOneRequestWithTheMasterSecret() {
    addBooks(5);
    FlexTestResponse response =
        books(
            records ->
                records.find(
                    query(
                        "n",
                        Map.of("$gt", 1),
                        "$sort",
                        Map.of("n", -1),
                        "$limit",
                        2,
                        "$skip",
                        1,
                        "$select",
                        List.of("n"))));
    assertThat(Json.parse(response.text()))
        .isEqualTo(List.of(Map.of("_id", "book-3", "n", 3L), Map.of("_id", "book-2", "n", 2L)));
    FakeCall call = backend.backend.calls().get(0);
    assertThat(call.line()).isEqualTo("GET " + BOOKS);
    assertThat(call.query())
        .isEqualTo(
            Map.of(
                "query",
                "{\"n\":{\"$gt\":1}}",
                "sort",
                "{\"n\":-1}",
                "limit",
                "2",
                "skip",
                "1",
                "fields",
                "n,_id"));
    assertThat(call.header("authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder().encodeToString("kid_test:test-master-secret".getBytes()));
  }

  @Test
  void findsWithTheRightsOfTheUserWhereOptionsSaySo() {
    answer(
        RecordsSources.collection("books", StoreOptions.defaults().withUseUserContext(true)),
        records -> records.find(new HookParams()));
    assertThat(backend.backend.calls().get(0).header("authorization"))
        .isEqualTo("Kinvey token-of-ann");
  }

  @Test
  void givesCopiesToChange() {
    addBooks(1);
    FlexTestResponse response =
        books(
            records ->
                records
                    .find(new HookParams())
                    .thenApply(
                        found -> {
                          found.get(0).put("seen", true);
                          found.add(Map.of("more", true));
                          return found;
                        }));
    assertThat(response.jsonArray().object(0).bool("seen")).isTrue();
  }

  @Test
  void limitsByThePageSizeOfTheParams() {
    HookParams params = query("$limit", 50);
    params.set(HookParams.PAGINATE, Map.of("default", 5, "max", 10));
    books(records -> records.find(params));
    books(records -> records.find(new HookParams(Map.of("paginate", Map.of("default", 5)))));
    books(records -> records.find(new HookParams(Map.of("paginate", false))));
    assertThat(backend.backend.calls())
        .extracting(call -> call.query().getOrDefault("limit", "none"))
        .containsExactly("10", "5", "none");
  }

  @Test
  void dividesAListOfKeysThatIsTooLongForAUrl() {
    addBooks(3_000);
    FlexTestResponse response =
        books(
            records ->
                records.find(
                    query("_id", in(IntStream.range(0, 4_000).mapToObj(i -> "book-" + i)))));
    assertThat(ids(response)).hasSize(3_000).doesNotHaveDuplicates();
    assertThat(backend.lines()).hasSizeBetween(8, 20);
    assertThat(backend.longestUrl()).isBetween(6_000, 8_192);
    assertThat(backend.mostUnderWay()).isLessThanOrEqualTo(8);
  }

  @Test
  void sortsAndLimitsWhatSeveralRequestsGave() {
    addBooks(1_000);
    List<String> keys =
        new ArrayList<>(IntStream.range(0, 2_000).mapToObj(i -> "book-" + i).toList());
    Collections.reverse(keys);
    FlexTestResponse response =
        books(
            records ->
                records.find(
                    query(
                        "_id",
                        in(keys.stream()),
                        "n",
                        Map.of("$gte", 5),
                        "$sort",
                        new LinkedHashMap<>(Map.of("n", -1)),
                        "$limit",
                        3,
                        "$skip",
                        100,
                        "$select",
                        List.of("tags"))));
    assertThat(response.jsonArray().objects())
        .hasSize(3)
        .allSatisfy(book -> assertThat(book.names()).containsExactlyInAnyOrder("_id", "tags"))
        .allSatisfy(book -> assertThat(book.string("_id")).endsWith("8"));
    assertThat(backend.backend.calls())
        .allSatisfy(
            call ->
                assertThat(call.query())
                    .containsOnlyKeys("query", "fields")
                    .containsEntry("fields", "tags,n,_id"));
  }

  @Test
  void countsARecordOnceThatSeveralRequestsGave() {
    addBooks(300);
    FlexTestResponse response =
        books(records -> records.find(query("tags", in(IntStream.range(0, 2_000).boxed()))));
    assertThat(backend.lines().size()).isGreaterThan(1);
    assertThat(ids(response)).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void asksForAKeyOnceThatIsNamedOften() {
    addBooks(1);
    books(
        records ->
            records.find(
                query("_id", in(IntStream.range(0, 5_000).mapToObj(i -> "book-" + i % 2)))));
    assertThat(backend.lines()).hasSize(1);
    assertThat(backend.longestUrl()).isLessThan(200);
  }

  @Test
  void dividesTwoListsThatAreTooLong() {
    addBooks(900);
    FlexTestResponse response =
        books(
            records ->
                records.find(
                    query(
                        "_id",
                        in(IntStream.range(0, 900).mapToObj(i -> "book-" + i)),
                        "tags",
                        in(IntStream.range(0, 900).boxed()))));
    assertThat(ids(response)).hasSize(900);
    assertThat(backend.longestUrl()).isLessThan(8_192);
  }

  @Test
  void takesKeysOfSeveralTypesAndNull() {
    books.add(Map.of("_id", "a", "ref", 1));
    books.add(Map.of("_id", "b", "ref", "1"));
    books.add(Map.of("_id", "c"));
    List<@Nullable Object> keys = new ArrayList<>(IntStream.range(10, 3_000).boxed().toList());
    keys.add(1);
    keys.add(null);
    keys.add("1");
    FlexTestResponse response =
        books(records -> records.find(query("ref", Collections.singletonMap("$in", keys))));
    assertThat(ids(response)).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void findsByAMillionKeys() {
    backend.backend.otherwise(
        call -> new FakeAnswer(200, call.query().get("query").contains("[0,") ? BOOK_0 : "[]"));
    List<Integer> keys = IntStream.range(0, 1_000_000).boxed().toList();
    FlexTestResponse response = books(records -> records.find(query("tags", Map.of("$in", keys))));
    assertThat(ids(response)).containsExactly("book-0");
    assertThat(backend.lines()).hasSizeGreaterThan(1_000);
    assertThat(backend.longestUrl()).isLessThan(8_192);
  }

  @Test
  void failsWithTheFirstRequestThatFails() {
    backend.backend.otherwise(
        call -> FakeAnswer.json(400, Map.of("error", "BadRequest", "description", "no")));
    FlexTestResponse response =
        books(
            records ->
                records.find(query("_id", in(IntStream.range(0, 50_000).mapToObj(i -> "b" + i)))));
    assertThat(response.status()).isEqualTo(550);
    assertThat(backend.lines()).hasSizeLessThan(20);
  }

  @Test
  void getsByIdOrByTheQueryToo() {
    backend
        .backend
        .then(FakeAnswer.json(200, Map.of("_id", "1")))
        .then(FakeAnswer.json(404, Map.of("error", "EntityNotFound")));
    addBooks(1);
    assertThat(books(records -> records.get("1", new HookParams())).json().string("_id"))
        .isEqualTo("1");
    FlexTestResponse missing = books(records -> records.get("2", new HookParams()));
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.json().string("debug")).isEqualTo("No record found for id '2'");
    assertThat(books(records -> records.get("book-0", query("n", 1))).status()).isEqualTo(404);
    assertThat(backend.lines())
        .containsExactly("GET " + BOOKS + "1", "GET " + BOOKS + "2", "GET " + BOOKS);
  }

  @Test
  void createsOneOrMany() {
    backend
        .backend
        .then(FakeAnswer.json(201, Map.of("_id", "1", "a", 1)))
        .then(
            FakeAnswer.json(
                201, Map.of("entities", List.of(Map.of("_id", "2")), "errors", List.of())));
    assertThat(books(records -> records.create(Map.of("a", 1), new HookParams())).text())
        .contains("\"_id\":\"1\"");
    assertThat(books(records -> records.create(List.of(Map.of("a", 2)), new HookParams())).text())
        .isEqualTo("[{\"_id\":\"2\"}]");
    assertThat(backend.backend.calls().get(1).text()).isEqualTo("[{\"a\":2}]");
  }

  @Test
  void saysWhatCouldNotBeCreated() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("entities", Collections.singletonList(null));
    answer.put("errors", List.of(Map.of("index", 0, "code", 11_000)));
    backend.backend.then(FakeAnswer.json(207, answer));
    FlexTestResponse response =
        books(records -> records.create(List.of(Map.of("_id", "2")), new HookParams()));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().path("debug.message"))
        .isEqualTo("1 of 1 records could not be created");
    assertThat(response.json().path("debug.errors.0.code")).isEqualTo(11_000L);
  }

  @Test
  void replacesTheRecordOfAnIdThatMeetsTheQuery() {
    addBooks(1);
    backend.backend.on(
        "PUT", BOOKS + "book-0", FakeAnswer.json(200, Map.of("_id", "book-0", "x", 1)));
    books(records -> records.update("book-0", Map.of("x", 1), new HookParams()));
    assertThat(backend.lines()).containsExactly("PUT " + BOOKS + "book-0");
    assertThat(backend.backend.calls().get(0).json())
        .isEqualTo(JsonObject.parse("{\"x\":1,\"_id\":\"book-0\"}"));
    assertThat(books(records -> records.update("book-0", Map.of("x", 1), query("n", 5))).status())
        .isEqualTo(404);
    assertThat(books(records -> records.update(null, Map.of(), new HookParams())).status())
        .isEqualTo(400);
    assertThat(backend.lines()).hasSize(2);
  }

  @Test
  void patchesByReadingMergingAndSavingTheWhole() {
    addBooks(1);
    backend.backend.on("GET", BOOKS + "book-0", FakeAnswer.json(200, books.get(0)));
    backend.backend.on("PUT", BOOKS + "book-0", FakeAnswer.json(200, Map.of("_id", "book-0")));
    books(records -> records.patch("book-0", Map.of("n", 7), query("$select", List.of("n"))));
    assertThat(backend.lines())
        .containsExactly("GET " + BOOKS + "book-0", "PUT " + BOOKS + "book-0");
    assertThat(backend.backend.calls().get(1).json().toMap())
        .isEqualTo(Map.of("_id", "book-0", "n", 7L, "tags", List.of(0L, 1L)));
  }

  @Test
  void patchesThoseOfAQuery() {
    addBooks(25);
    IntStream.range(0, 25)
        .forEach(
            i ->
                backend.backend.on(
                    "PUT", BOOKS + "book-" + i, FakeAnswer.json(200, Map.of("_id", "book-" + i))));
    FlexTestResponse response =
        books(records -> records.patch(null, Map.of("x", 1), query("n", 3)));
    assertThat(ids(response)).containsExactly("book-3", "book-13", "book-23");
    assertThat(backend.lines()).hasSize(4);
  }

  @Test
  void removesTheRecordOfAnIdAndGivesIt() {
    addBooks(1);
    backend.backend.on("GET", BOOKS + "book-0", FakeAnswer.json(200, books.get(0)));
    backend.backend.on("DELETE", BOOKS, FakeAnswer.json(200, Map.of("count", 1)));
    FlexTestResponse response = books(records -> records.remove("book-0", new HookParams()));
    assertThat(response.json().string("_id")).isEqualTo("book-0");
    assertThat(backend.lines()).containsExactly("GET " + BOOKS + "book-0", "DELETE " + BOOKS);
    assertThat(backend.backend.calls().get(1).query())
        .isEqualTo(Map.of("query", "{\"_id\":{\"$in\":[\"book-0\"]}}"));
  }

  @Test
  void removesExactlyWhatItReadByAQuery() {
    addBooks(2_000);
    backend.backend.on("DELETE", BOOKS, FakeAnswer.json(200, Map.of("count", 1)));
    HookParams params = query("n", Map.of("$lt", 5));
    params.set(HookParams.PAGINATE, Map.of("default", 10));
    FlexTestResponse response = books(records -> records.remove(null, params));
    assertThat(ids(response)).hasSize(1_000);
    List<Object> removed = new ArrayList<>();
    backend.backend.calls().stream()
        .filter(call -> call.method().equals("DELETE"))
        .forEach(
            call ->
                JsonObject.parse(call.query().get("query"))
                    .object("_id")
                    .array("$in")
                    .forEach(removed::add));
    assertThat(removed).containsExactlyInAnyOrderElementsOf(ids(response));
    assertThat(backend.longestUrl()).isLessThan(8_192);
  }

  @Test
  void removesNothingWhereItFindsNothing() {
    assertThat(books(records -> records.remove(null, query("n", 99))).text()).isEqualTo("[]");
    assertThat(backend.lines()).containsExactly("GET " + BOOKS);
  }

  @Test
  void readsAndWritesUsers() {
    String user = "/user/kid_test/";
    books.add(Map.of("_id", "u1", "username", "ann"));
    backend.backend.on("GET", user + "u1", FakeAnswer.json(200, books.get(0)));
    backend.backend.on("PUT", user + "u1", FakeAnswer.json(200, Map.of("_id", "u1")));
    backend.backend.on("POST", user, FakeAnswer.json(201, Map.of("_id", "u2")));
    backend.backend.on("DELETE", user + "u1", new FakeAnswer(204, ""));
    RecordsSource users = RecordsSources.userStore();
    assertThat(ids(answer(users, records -> records.find(query("username", "ann")))))
        .containsExactly("u1");
    answer(users, records -> records.patch("u1", Map.of("age", 5), new HookParams()));
    assertThat(
            ids(
                answer(
                    users,
                    records -> records.create(List.of(Map.of("username", "b")), new HookParams()))))
        .containsExactly("u2");
    assertThat(
            answer(users, records -> records.remove("u1", new HookParams())).json().string("_id"))
        .isEqualTo("u1");
    assertThat(backend.lines())
        .containsExactly(
            "GET " + user,
            "GET " + user + "u1",
            "PUT " + user + "u1",
            "POST " + user,
            "GET " + user + "u1",
            "DELETE " + user + "u1");
    assertThat(backend.backend.calls().get(2).json())
        .isEqualTo(JsonObject.parse("{\"_id\":\"u1\",\"username\":\"ann\",\"age\":5}"));
  }

  @Test
  void asksAFunction() {
    Map<String, Object> unchangeable = Map.of("tags", List.of("a"));
    FlexTestResponse response =
        answer(
            RecordsSources.function(
                params -> {
                  assertThat(params.query()).isEqualTo(Map.of("a", 1, "$limit", 3));
                  return List.of(unchangeable);
                }),
            records -> {
              HookParams params = query("a", 1);
              params.set(HookParams.PAGINATE, Map.of("default", 3));
              return records
                  .find(params)
                  .thenApply(
                      found -> {
                        found.get(0).put("_id", "1");
                        return found;
                      });
            });
    assertThat(Json.parse(response.text()))
        .isEqualTo(List.of(Map.of("tags", List.of("a"), "_id", "1")));
  }

  @Test
  void failsAsAFunctionFails() {
    FlexTestResponse response =
        answer(
            RecordsSources.function(
                params -> {
                  throw new IOException("secret");
                }),
            records -> records.find(new HookParams()));
    assertThat(response.status()).isEqualTo(550);
    assertThat(response.text()).doesNotContain("secret");
  }
}
