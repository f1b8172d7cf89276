package io.flexservices.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second completion is logged in the words of the Flex SDK, and the first counts. */
class OnceOnlyTest {
  private final TestRuntime runtime =
      TestRuntime.of(
          flex -> {
            flex.data()
                .serviceObject("things")
                .onUpdate(
                    (context, complete, modules) -> {
                      complete.setBody("first").ok().next();
                      return complete.setBody("second").created().done();
                    });
            flex.functions()
                .register(
                    "f",
                    (context, complete, modules) -> {
                      complete.setBody("first").ok().done();
                      return complete.setBody("second").created().next();
                    });
            flex.auth()
                .register(
                    "sso",
                    (context, complete, modules) -> {
                      complete.setToken("first").ok().next();
                      return complete.accessDenied().next();
                    });
          });

  @AfterEach
  void close() {
    runtime.close();
  }

  @Test
  void namesTheMethodAndTheServiceObject() {
    assertThat(runtime.handle(TestRequest.of("PUT", "/things/1")).text()).isEqualTo("\"first\"");
    isLogged(
        "Invoked done() or next() more than once to the same Flex Data handler PUT for things");
  }

  @Test
  void namesTheFunction() {
    var envelope = runtime.answer(TestRequest.post("/_flexFunctions/f"));
    assertThat(envelope.path("response.body")).isEqualTo("first");
    assertThat(envelope.path("response.continue")).isEqualTo(false);
    isLogged("Invoked done() or next() more than once to the same Flex Functions request to \"f\"");
  }

  @Test
  void namesTheLogin() {
    assertThat(runtime.answer(TestRequest.post("/_auth/sso")).string("token")).isEqualTo("first");
    isLogged(
        "Invoked done() or next() more than once to the same FlexAuth request in handler \"sso\"");
  }

  private void isLogged(String message) {
    assertThat(runtime.log().messages()).containsExactly(message);
    assertThat(runtime.log().records().get(0).string("level")).isEqualTo("error");
  }
}
