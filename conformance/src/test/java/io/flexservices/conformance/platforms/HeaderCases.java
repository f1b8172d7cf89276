package io.flexservices.conformance.platforms;

import static io.flexservices.conformance.platforms.ClientRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Headers: Kinvey's are JSON texts, commas and all. */
final class HeaderCases implements CaseGroup {
  private static final String METADATA =
      "{\"_id\":\"kid_1\",\"appsecret\":\"a,b\",\"mastersecret\":\"m, s;x=\\\"1\\\"\"}";

  @Override
  public String title() {
    return "Headers";
  }

  @Override
  public List<PlatformCase> cases() {
    return List.of(
        PlatformCase.that("a header that is JSON arrives whole, commas and all")
            .holds(
                get("/seen/1").header("X-Kinvey-App-Metadata", METADATA),
                reply -> {
                  assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
                  assertThat(reply.json().value("masterSecret")).isEqualTo("m, s;x=\"1\"");
                }));
  }
}
