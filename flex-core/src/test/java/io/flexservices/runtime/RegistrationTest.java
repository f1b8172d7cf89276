package io.flexservices.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.auth.AuthHandler;
import io.flexservices.data.DataHandler;
import io.flexservices.data.ServiceObject;
import io.flexservices.functions.FunctionHandler;
import io.flexservices.json.JsonObject;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a service registers, and when it may. */
class RegistrationTest {
  private static final DataHandler DATA = (context, complete, modules) -> complete.next();
  private static final FunctionHandler FUNCTION = (context, complete, modules) -> complete.next();
  private static final AuthHandler AUTH = (context, complete, modules) -> complete.next();

  @Test
  void isListedByDiscoveryInItsOrder() {
    TestRuntime runtime =
        TestRuntime.of(
            flex -> {
              flex.data().serviceObject("b").onGetAll(DATA);
              flex.data().serviceObject("a");
              flex.functions().register("z", FUNCTION).register("y", FUNCTION);
              flex.auth().register("l", AUTH);
            });
    JsonObject discovery = runtime.answer(TestRequest.post("/_command/discover"));
    assertThat(discovery.asMap())
        .isEqualTo(
            Map.of(
                "dataLink", Map.of("serviceObjects", List.of("b", "a")),
                "businessLogic", Map.of("handlers", List.of("z", "y")),
                "auth", Map.of("handlers", List.of("l"))));
    runtime.close();
  }

  @Test
  void doesNotListAServiceObjectThatWasOnlyAskedFor() {
    try (TestRuntime runtime = TestRuntime.of(flex -> {})) {
      assertThat(runtime.handle(TestRequest.get("/nosuch/1")).status()).isEqualTo(501);
      assertThat(
              runtime
                  .answer(TestRequest.post("/_command/discover"))
                  .path("dataLink.serviceObjects"))
          .hasToString("[]");
    }
  }

  @Test
  void knowsThePredecessorsNames() {
    TestRuntime.of(
            flex -> {
              assertThat(flex.dataLink()).isSameAs(flex.data());
              assertThat(flex.businessLogic()).isSameAs(flex.functions());
              assertThat(flex.data().serviceObject("a")).isSameAs(flex.data().serviceObject("a"));
              assertThat(flex.data().serviceObject("a").name()).isEqualTo("a");
            })
        .close();
  }

  @Test
  void isRefusedOnceTheServiceIsBuilt() {
    AtomicReference<Flex> kept = new AtomicReference<>();
    AtomicReference<ServiceObject> object = new AtomicReference<>();
    TestRuntime.of(
            flex -> {
              kept.set(flex);
              object.set(flex.data().serviceObject("known"));
            })
        .close();
    tooLate(() -> kept.get().data().serviceObject("late"), "service object \"late\"");
    tooLate(() -> object.get().onInsert(DATA), "service object \"known\"");
    tooLate(() -> kept.get().functions().register("late", FUNCTION), "function \"late\"");
    tooLate(() -> kept.get().auth().register("late", AUTH), "auth handler \"late\"");
    assertThat(kept.get().data().serviceObject("known")).isSameAs(object.get());
  }

  @Test
  void isRefusedWhereTheNameIsTakenOrEmpty() {
    TestRuntime.of(
            flex -> {
              flex.functions().register("f", FUNCTION);
              flex.data().serviceObject("s").onInsert(DATA);
              refused(
                  () -> flex.functions().register("f", FUNCTION),
                  "The function \"f\" is registered already");
              refused(
                  () -> flex.data().serviceObject("s").onInsert(DATA),
                  "The event onInsert of the service object \"s\" has a handler already");
              assertThatThrownBy(() -> flex.auth().register("", AUTH))
                  .isInstanceOf(IllegalArgumentException.class)
                  .hasMessage("The auth handler has an empty name");
            })
        .close();
  }

  @Test
  void keepsTheServiceFromStartingWhereItThrows() {
    assertThatThrownBy(
            () ->
                TestRuntime.of(
                    flex -> {
                      throw new IllegalStateException("no database");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "The Flex service .* could not be started: IllegalStateException: no database");
  }

  private static void tooLate(Runnable registration, String what) {
    refused(
        registration,
        "The "
            + what
            + " is registered too late: register handlers in FlexService.register, before it"
            + " returns");
  }

  private static void refused(Runnable registration, String message) {
    assertThatThrownBy(registration::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }
}
