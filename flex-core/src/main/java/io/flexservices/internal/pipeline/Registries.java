package io.flexservices.internal.pipeline;

import io.flexservices.Flex;
import io.flexservices.internal.routing.AuthRegistry;
import io.flexservices.internal.routing.DataRegistry;
import io.flexservices.internal.routing.FunctionRegistry;
import io.flexservices.internal.routing.TaskRegistry;
import io.flexservices.log.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a service registered: open while it does so, then closed and read by many threads. */
public final class Registries implements Flex {
  private final DataRegistry data = new DataRegistry();
  private final FunctionRegistry functions = new FunctionRegistry();
  private final AuthRegistry auth = new AuthRegistry();
  private final TaskRegistry background = new TaskRegistry();
  private final SnapshotActions beforeSnapshot = new SnapshotActions("before a snapshot");
  private final SnapshotActions onRestore = new SnapshotActions("after a restore");
  private final Logger logger;
  private final String version;

  /** Empty registries. */
  public Registries(Logger logger, String version) {
    this.logger = logger;
    this.version = version;
  }

  @Override
  public DataRegistry data() {
    return data;
  }

  @Override
  public FunctionRegistry functions() {
    return functions;
  }

  @Override
  public AuthRegistry auth() {
    return auth;
  }

  @Override
  public TaskRegistry background() {
    return background;
  }

  @Override
  public void beforeSnapshot(Runnable action) {
    beforeSnapshot.add(action);
  }

  @Override
  public void onRestore(Runnable action) {
    onRestore.add(action);
  }

  /** What to do before a snapshot. */
  public SnapshotActions actionsBeforeSnapshot() {
    return beforeSnapshot;
  }

  /** What to do after a restore from a snapshot. */
  public SnapshotActions actionsAfterRestore() {
    return onRestore;
  }

  @Override
  public Logger logger() {
    return logger;
  }

  @Override
  public String version() {
    return version;
  }

  /** Refuses registrations from now on. */
  public void close() {
    data.close();
    functions.close();
    auth.close();
    background.close();
    beforeSnapshot.close();
    onRestore.close();
  }

  /** What service discovery answers. */
  Map<String, Map<String, List<String>>> discovery() {
    Map<String, Map<String, List<String>>> discovery = new LinkedHashMap<>();
    discovery.put("dataLink", Map.of("serviceObjects", data.serviceObjects()));
    discovery.put("businessLogic", Map.of("handlers", functions.handlers()));
    discovery.put("auth", Map.of("handlers", auth.handlers()));
    return discovery;
  }
}
