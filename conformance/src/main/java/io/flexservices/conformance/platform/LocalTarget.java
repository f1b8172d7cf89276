package io.flexservices.conformance.platform;

import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.local.FlexLocalServer;
import io.flexservices.runtime.ServiceFinder;
import java.util.Map;

/** The fixture as a local HTTP server, in this process. */
final class LocalTarget implements RunningTarget {
  private final FlexLocalServer server;

  private LocalTarget(FlexLocalServer server) {
    this.server = server;
  }

  static RunningTarget start(TargetOptions options) {
    Map<String, String> environment = options.environment();
    if (options.deadlineMs() != null) {
      // One's own machine sets no time: what a handler may take is all there is.
      environment.putIfAbsent(
          FlexSetting.REQUEST_TIMEOUT_MS.environmentVariable(), options.deadlineMs().toString());
    }
    environment.put(FlexSetting.HOST.environmentVariable(), "127.0.0.1");
    environment.put(FlexSetting.PORT.environmentVariable(), Integer.toString(options.port()));
    FlexSettings settings = FlexSettings.of(Map.of(), environment);
    return new LocalTarget(
        FlexLocalServer.start(
            ServiceFinder.find(settings, LocalTarget.class.getClassLoader()),
            settings,
            System.err::println));
  }

  @Override
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
