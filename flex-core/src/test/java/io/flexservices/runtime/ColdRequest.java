package io.flexservices.runtime;

import io.flexservices.FlexOptions;
import io.flexservices.error.KinveyException;
import io.flexservices.json.Json;
import io.flexservices.testing.TestRequest;
import io.flexservices.testing.TestRuntime;
import java.util.List;
import java.util.Map;

/**
 * A process that answers one request, whose handler asks for every module and calls the backend
 * only where an argument says so. Prints the status of the answer.
 */
final class ColdRequest {
  static final String CALLS = "calls";

  private ColdRequest() {}

  public static void main(String[] arguments) {
    boolean calls = List.of(arguments).contains(CALLS);
    try (TestRuntime runtime =
        TestRuntime.of(
            flex ->
                flex.data()
                    .serviceObject("books")
                    .onGetAll(
                        (context, complete, modules) -> {
                          modules.email();
                          modules.push();
                          modules.userStore();
                          modules.groupStore();
                          modules.roleStore();
                          modules.endpointRunner().endpoint("e");
                          if (calls) {
                            try {
                              modules.dataStore().collection("other").findById("1");
                            } catch (KinveyException expected) {
                              // Nobody listens there.
                            }
                          } else {
                            modules.dataStore().collection("other");
                          }
                          return complete.setBody(Map.of("a", 1)).ok().next();
                        }),
            FlexOptions.defaults().withAllowedBaasHosts(List.of("http://127.0.0.1")))) {
      Map<String, Object> app =
          Map.of("_id", "kid", "mastersecret", "m", "baasUrl", "http://127.0.0.1:1");
      System.out.println(
          "status "
              + runtime
                  .handle(TestRequest.get("/books").header("X-Kinvey-App-Metadata", Json.text(app)))
                  .status());
    }
  }
}
