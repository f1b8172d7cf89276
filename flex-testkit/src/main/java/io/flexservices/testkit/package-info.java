/**
 * What the authors of Flex services test them with: a client that sends a service Kinvey's requests
 * in memory, without a server, and a stand-in for Kinvey's backend, which handlers call.
 *
 * <pre>{@code
 * class WidgetServiceTest {
 *   private final FlexTestClient client = FlexTestClient.of(new WidgetService());
 *
 *   @Test
 *   void findsAWidget() {
 *     FlexTestResponse response = client.get("/widgets/42").as("ann", "u1").send();
 *
 *     assertThat(response.status()).isEqualTo(200);
 *     assertThat(response.json().string("name")).isEqualTo("thing");
 *   }
 *
 *   @Test
 *   void trimsNamesBeforeTheyAreSaved() {
 *     FlexTestResponse response =
 *         client.function("trim").hook(HookType.PRE).body(Map.of("name", " x ")).send();
 *
 *     assertThat(response.json().path("request.body.name")).isEqualTo("x");
 *   }
 *
 *   @Test
 *   void deniesAWrongPassword() {
 *     assertThat(client.login("mySSO").credentials("ann", "wrong").send().status()).isEqualTo(401);
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.flexservices.testkit;

import org.jspecify.annotations.NullMarked;
