package io.flexservices.conformance.secret;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.aws.FlexLambdaHandler;
import io.flexservices.secret.SecretSource;
import io.flexservices.secret.SharedSecrets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A handler that serves a request while it starts, so that its snapshot holds a secret. Each fetch
 * brings another one: {@code fetch-1}, {@code fetch-2} and so on.
 */
public final class PrimedHandler extends FlexLambdaHandler {
  private static final String EVENT =
      "{\"method\": \"GET\", \"path\": \"/widgets/42\", \"headers\": {\"X-Auth-Key\": \"fetch-1\"}}";

  /** Starts and primes the service. */
  public PrimedHandler() throws IOException {
    super(new Primed());
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handleRequest(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)), answer, null);
    String text = answer.toString(StandardCharsets.UTF_8);
    if (!text.contains("\"status\":200")) {
      throw new IllegalStateException("The handler was not primed: " + text);
    }
    System.gc(); // The hooks of a restore are held weakly.
  }

  private static final class Primed implements FlexService, SecretSource {
    private final AtomicInteger fetches = new AtomicInteger();

    @Override
    public void register(Flex flex) {
      flex.data()
          .serviceObject("widgets")
          .onGetById((context, complete, modules) -> complete.ok().next());
    }

    @Override
    public FlexOptions options() {
      return FlexOptions.defaults().withSecretSource(this);
    }

    @Override
    public SharedSecrets fetch() {
      return new SharedSecrets("fetch-" + fetches.incrementAndGet(), null);
    }
  }
}
