package io.flexservices;

import io.flexservices.auth.FlexAuth;
import io.flexservices.background.FlexBackground;
import io.flexservices.data.FlexData;
import io.flexservices.functions.FlexFunctions;
import io.flexservices.log.Logger;

/**
 * What a service registers its handlers on. Handed to {@link FlexService#register}, by one thread;
 * once that returns, the registries are closed.
 */
public interface Flex {
  /** Service objects and their events. */
  FlexData data();

  /** Hooks and custom endpoints. */
  FlexFunctions functions();

  /** Logins. */
  FlexAuth auth();

  /** Work that outlives the answer. */
  FlexBackground background();

  /**
   * Has something done before a snapshot of the process is taken, which all instances of the
   * function will begin with: what the first request would wait for otherwise. The library has then
   * made its own way ready, and called no handler of the service; this is where a service says what
   * of its own may be used without a request. Takes part of the time that the platform gives a
   * start; what it throws is logged, and the snapshot is taken all the same. Several actions run in
   * the order of their registration. Where the platform takes no snapshots none is run.
   *
   * <pre>{@code
   * flex.beforeSnapshot(() -> prices.find("none"));
   * }</pre>
   *
   * <p>Connections that are opened here are dead when the process is restored.
   */
  void beforeSnapshot(Runnable action);

  /**
   * Has something done whenever the process was restored from a snapshot, which may be weeks old:
   * what was read before it is stale. Runs before the first request; what it throws is logged.
   * Several actions run in the order of their registration.
   *
   * <pre>{@code
   * flex.onRestore(cache::clear);
   * }</pre>
   */
  void onRestore(Runnable action);

  /**
   * The logger of the service, which handlers may use too: on a handler's thread its lines carry
   * the request's id.
   */
  Logger logger();

  /** The version of this library. */
  String version();

  /** The name of {@link #data()} in the kinvey-backend-sdk. */
  default FlexData dataLink() {
    return data();
  }

  /** The name of {@link #functions()} in the kinvey-backend-sdk. */
  default FlexFunctions businessLogic() {
    return functions();
  }
}
