package io.flexservices.modules.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.RawBackend;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.testing.OneRequest;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose stores they are: those of one request, by the options that each was asked for with. */
@Timeout(60)
class StoresOfRequestsTest {
  private static final StoreOptions DEFAULTS = StoreOptions.defaults();

  private RawBackend backend;

  @BeforeEach
  void start() throws IOException {
    backend = new RawBackend();
    backend.otherwise(200, body -> "[]");
  }

  @AfterEach
  void stop() throws IOException {
    backend.close();
  }

  @Test
  void haveOptionsOfTheirOwn() {
    new OneRequest()
        .backend(backend)
        .original("authorization", "Kinvey abc")
        .run(
            modules -> {
              DataStore plain = modules.dataStore();
              DataStore users =
                  modules.dataStore(DEFAULTS.withUseUserContext(true).withApiVersion(4));
              DataCollection books = plain.collection("books");
              DataCollection pens = users.collection("pens");
              plain.collection("pens").find();
              books.find();
              pens.find();
              return List.of(books.collectionName(), pens.collectionName());
            });

    assertThat(backend.requests())
        .extracting(StoresOfRequestsTest::seen)
        .containsExactly(
            "GET /appdata/kid_test/pens/ " + StoreMethods.MASTER + " v5",
            "GET /appdata/kid_test/books/ " + StoreMethods.MASTER + " v5",
            "GET /appdata/kid_test/pens/ Kinvey abc v4");
  }

  @Test
  void workForTheAppAndTheUserOfTheirRequest() {
    OneRequest first = user("u1", "Kinvey one");
    OneRequest second = user("u2", "Kinvey two").app("kid_other", backend);
    StoreOptions options = DEFAULTS.withUseUserContext(true);
    try (TestRuntime service =
        first.service(modules -> modules.userStore(options).findAsync().join().size())) {
      for (OneRequest request : List.of(first, second, first)) {
        service.handle(request.request());
      }
    }

    assertThat(backend.requests())
        .extracting(StoresOfRequestsTest::seen)
        .containsExactly(
            "GET /user/kid_test/ Kinvey one v5",
            "GET /user/kid_other/ Kinvey two v5",
            "GET /user/kid_test/ Kinvey one v5");
  }

  @Test
  void findTheUserOfTheirRequest() {
    backend.otherwise(200, body -> "{}");
    OneRequest first = user("u1", "Kinvey one");
    OneRequest second = user("u2", "Kinvey two");
    try (TestRuntime service = first.service(modules -> modules.userStore().getCurrentUser())) {
      service.handle(first.request());
      service.handle(second.request());
    }

    assertThat(backend.requests())
        .extracting(RawBackend.Request::line)
        .containsExactly("GET /user/kid_test/u1", "GET /user/kid_test/u2");
  }

  @Test
  void refuseWhatADataEventIsAbout() {
    AtomicReference<Object> thrown = new AtomicReference<>();
    OneRequest app = new OneRequest().backend(backend);
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.data()
                    .serviceObject("books")
                    .onGetAll(
                        (context, complete, modules) -> {
                          thrown.set(failure(modules, "books"));
                          modules.dataStore(DEFAULTS.withUseBl(true)).collection("pens").find();
                          return complete.setBody(List.of()).ok().next();
                        }),
            app.options())) {
      assertThat(service.handle(app.prepared(TestRequest.get("/books"))).status()).isEqualTo(200);
    }

    assertThat(thrown.get())
        .isEqualTo(
            Map.of(
                "error",
                "DataStoreError",
                "description",
                "Not Allowed",
                "debug",
                "Recursive data operations to the same collection cannot use user context or use"
                    + " BL."));
    assertThat(backend.request().line()).isEqualTo("GET /appdata/kid_test/pens/");
  }

  @Test
  void serveALoginToo() {
    backend.otherwise(200, body -> "[{\"username\":\"ann\"}]");
    OneRequest app = new OneRequest().backend(backend);
    try (TestRuntime service =
        TestRuntime.of(
            flex ->
                flex.auth()
                    .register(
                        "sso",
                        (context, complete, modules) -> {
                          JsonObject found = modules.userStore().find().get(0);
                          return complete.setToken(found.string("username")).ok().next();
                        }),
            app.options())) {
      TestRequest login = app.prepared(TestRequest.post("/_auth/sso"));
      assertThat(service.answer(login.json(Map.of("username", "a"))).string("token"))
          .isEqualTo("ann");
    }

    assertThat(backend.request().line()).isEqualTo("GET /user/kid_test/");
  }

  @Test
  void refuseAsManyAsOne() {
    OneRequest recursive = new OneRequest().backend(backend).task("objectName", "books");

    assertThatThrownBy(
            () ->
                recursive.runAsync(
                    modules ->
                        modules
                            .dataStore(DEFAULTS.withUseBl(true))
                            .collection("books")
                            .createAsync(Collections.nCopies(101, Map.of()))))
        .isInstanceOf(KinveyException.class)
        .hasMessage("DataStoreError: Not Allowed");
    assertThat(backend.requests()).isEmpty();
  }

  @SuppressWarnings("deprecation") // they are what is tested
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void takeDeprecatedOptionsForTheirOpposites(boolean skipBl, boolean useMasterSecret) {
    StoreOptions options = DEFAULTS.withSkipBl(skipBl).withUseMasterSecret(useMasterSecret);
    user("u1", "Kinvey one").run(modules -> modules.dataStore(options).collection("books").find());

    assertThat(backend.request().headers())
        .containsEntry("Authorization", useMasterSecret ? StoreMethods.MASTER : "Kinvey one");
    assertThat(backend.request().headers().containsKey("x-kinvey-skip-business-logic"))
        .isEqualTo(skipBl);
  }

  @SuppressWarnings("deprecation") // they are what is tested
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void letTheNewOptionsWin(boolean current, boolean deprecated) {
    StoreOptions options =
        DEFAULTS
            .withSkipBl(deprecated)
            .withUseBl(current)
            .withUseMasterSecret(deprecated)
            .withUseUserContext(current);
    user("u1", "Kinvey one").run(modules -> modules.userStore(options).find());

    assertThat(backend.request().headers())
        .containsEntry("Authorization", current ? "Kinvey one" : StoreMethods.MASTER);
    assertThat(backend.request().headers().containsKey("x-kinvey-skip-business-logic"))
        .isEqualTo(!current);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4", "5", "none"})
  void sendVersion5WhateverTheClientSent(String version) {
    OneRequest request = new OneRequest().backend(backend);
    request.original("X-Kinvey-API-Version", version).run(modules -> modules.userStore().find());

    assertThat(backend.request().headers()).containsEntry("X-Kinvey-API-Version", "5");
  }

  /** Version 1 removes a user unless it is told to suspend; later ones the other way round. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"1,-,?soft=true", "2,?hard=true,-", "5,?hard=true,-"})
  void suspendAndRemoveAsTheVersionWantsIt(int version, String hard, String soft) {
    StoreOptions options = DEFAULTS.withApiVersion(version);
    backend.otherwise(204, body -> "");
    new OneRequest()
        .backend(backend)
        .run(
            modules -> {
              modules.userStore(options).remove("u1");
              modules.userStore(options).suspend("u1");
              return "";
            });

    assertThat(backend.requests())
        .extracting(RawBackend.Request::line)
        .containsExactly(
            "DELETE /user/kid_test/u1" + (hard == null ? "" : hard),
            "DELETE /user/kid_test/u1" + (soft == null ? "" : soft));
  }

  private static Object failure(Modules modules, String collection) {
    try {
      modules.dataStore(DEFAULTS.withUseUserContext(true)).collection(collection).find();
      return "nothing was thrown";
    } catch (KinveyException e) {
      return e.toJson();
    }
  }

  private OneRequest user(String id, String authorization) {
    return new OneRequest()
        .backend(backend)
        .header("X-Kinvey-User-Id", id)
        .original("authorization", authorization);
  }

  private static String seen(RawBackend.Request request) {
    return request.line()
        + " "
        + request.headers().get("Authorization")
        + " v"
        + request.headers().get("X-Kinvey-API-Version");
  }
}
