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
