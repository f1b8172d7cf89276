package io.flexservices.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the default entry never loads, so that users need not ship it and a cold start is short. */
class ColdPathTest {
  private static final List<String> UNWANTED =
      List.of(
          "com.amazonaws.services.lambda.runtime.events.",
          "com.fasterxml.jackson.",
          "io.flexservices.internal.pipeline.Compression",
          "io.flexservices.internal.pipeline.Gzip",
          "org.joda.time.",
          "software.amazon.awssdk.http.auth.",
          // Only where Lambda takes a snapshot.
          "org.crac.",
          "io.flexservices.aws.SnapshotHook",
          "io.flexservices.aws.Priming",
          "io.flexservices.aws.SecretsManager",
          "io.flexservices.aws.SecretsExtension",
          "io.flexservices.internal.secret.FetchedSecrets",
          "io.flexservices.internal.secret.SecretFile",
          "io.flexservices.secret.SecretEndpoint");

  @Test
  void theDefaultEntryNeedsNeitherTypedEventsNorJackson() throws Exception {
    try (WatchingLoader loader = new WatchingLoader()) {
      for (Sample sample : Sample.values()) {
        assertThat(answer(loader, sample.text())).contains("ada@example.com");
      }
      assertThat(answer(loader, "{}")).contains("no HTTP request");
      assertThat(loader.refused).isEmpty();
      assertThat(loader.getResource("io/flexservices/aws/FlexLambdaHandler.class")).isNotNull();
    }
  }

  /** A service that starts no background work has no signer, and one that does is told so. */
  @Test
  void startingBackgroundWorkNamesTheDependencyThatItNeeds() throws Exception {
    try (WatchingLoader loader = new WatchingLoader()) {
      String event = Json.text(OrderingService.event(Map.of("task", "report")));
      assertThat(answer(loader, OrderingHandler.class, event))
          .contains("add the dependency software.amazon.awssdk:http-auth-aws to the service");
      assertThat(loader.refused).isNotEmpty();
    }
  }

  /** The handler of a service that starts background work. */
  public static final class OrderingHandler extends FlexLambdaHandler {
    /** Lambda calls this. */
    public OrderingHandler() {
      super(new OrderingService());
    }
  }

  @Test
  void theWatchSeesTypedEvents() throws Exception {
    try (WatchingLoader loader = new WatchingLoader()) {
      Class<?> typed = loader.loadClass(FlexTypedEvents.class.getName());
      assertThatThrownBy(typed::getMethods).isInstanceOf(NoClassDefFoundError.class);
      assertThat(loader.refused).isNotEmpty();
    }
  }

  private static String answer(ClassLoader loader, String event) throws Exception {
    return answer(loader, FlexLambdaHandlerTest.OwnHandler.class, event);
  }

  private static String answer(ClassLoader loader, Class<?> handler, String event)
      throws Exception {
    Class<?> type = loader.loadClass(handler.getName());
    assertThat(type.getClassLoader()).isSameAs(loader);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (var method : type.getMethods()) {
      if (method.getName().equals("handleRequest")) {
        InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        OutputStream out = answer;
        method.invoke(type.getConstructor().newInstance(), in, out, null);
      }
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** The class path once more, in a loader of its own that refuses what is unwanted. */
  private static final class WatchingLoader extends URLClassLoader {
    private final List<String> refused = new ArrayList<>();

    WatchingLoader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      for (String prefix : UNWANTED) {
        if (name.startsWith(prefix)) {
          refused.add(name);
          throw new ClassNotFoundException(name);
        }
      }
      return super.loadClass(name, resolve);
    }

    private static URL[] classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(WatchingLoader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return new File(entry).toURI().toURL();
      } catch (MalformedURLException e) {
        throw new AssertionError(e);
      }
    }
  }
}
