package io.flexservices.conformance.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.json.Json;
import java.util.function.Consumer;

/** What a reply has to show. */
final class Checks {
  private Checks() {}

  /** The handler ran, and saw this; the expected value is JSON with single quotes. */
  static Consumer<Reply> saw(String member, String expected) {
    return reply -> {
      assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
      assertThat(Json.text(reply.json().value(member)))
          .as(reply.raw())
          .isEqualTo(Json.text(Json.parse(expected.replace('\'', '"'))));
    };
  }

  /** The service refused the request, in JSON. */
  static Consumer<Reply> refused(int status, String error) {
    return reply -> {
      assertThat(reply.status()).as(reply.raw()).isEqualTo(status);
      assertThat(reply.header("Content-Type")).containsExactly("application/json; charset=utf-8");
      assertThat(reply.json().value("error")).as(reply.raw()).isEqualTo(error);
      assertThat(reply.json().string("debug")).isNotEmpty().doesNotContain("Exception");
    };
  }

  /** The platform refused it before the service saw it, with an empty body. */
  static Consumer<Reply> refusedByThePlatform(int status) {
    return reply -> {
      assertThat(reply.status()).as(reply.raw()).isEqualTo(status);
      assertThat(reply.body()).isEmpty();
    };
  }
}
