package io.flexservices.testing;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import io.flexservices.json.JsonObject;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.BackgroundDispatcher;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.Platform;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service in memory, with its log; the process's own settings do not count. */
public final class TestRuntime implements AutoCloseable {
  private final MemoryLog log = new MemoryLog();
  private final FlexRuntime runtime;

  private TestRuntime(
      Consumer<Flex> register, FlexOptions options, @Nullable BackgroundDispatcher dispatcher) {
    FlexRuntime.Builder builder =
        FlexRuntime.of(service(register, options))
            .on(new Platform("test"))
            .settings(FlexSettings.of(Map.of(), Map.of()))
            .logTo(log)
            .clock(Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC));
    if (dispatcher != null) {
      builder.background(dispatcher);
    }
    this.runtime = builder.build();
  }

  public static TestRuntime of(Consumer<Flex> register) {
    return new TestRuntime(register, FlexOptions.defaults(), null);
  }

  public static TestRuntime of(Consumer<Flex> register, FlexOptions options) {
    return new TestRuntime(register, options, null);
  }

  /** With a platform that takes background work. */
  public static TestRuntime of(
      Consumer<Flex> register, FlexOptions options, BackgroundDispatcher dispatcher) {
    return new TestRuntime(register, options, dispatcher);
  }

  public FlexResponse handle(TestRequest request) {
    return runtime.handle(request.build());
  }

  /** The body of the answer, which is an object. */
  public JsonObject answer(TestRequest request) {
    return json(handle(request));
  }

  public FlexRuntime runtime() {
    return runtime;
  }

  public MemoryLog log() {
    return log;
  }

  public static JsonObject json(FlexResponse response) {
    return JsonObject.parse(response.text());
  }

  @Override
  public void close() {
    runtime.close();
  }

  private static FlexService service(Consumer<Flex> register, FlexOptions options) {
    return new FlexService() {
      @Override
      public void register(Flex flex) {
        register.accept(flex);
      }

      @Override
      public FlexOptions options() {
        return options;
      }
    };
  }
}
