package io.flexservices.aws;

import io.flexservices.Flex;
import io.flexservices.FlexOptions;
import io.flexservices.FlexService;
import io.flexservices.auth.AuthContext;
import io.flexservices.completion.AuthCompletion;
import io.flexservices.completion.DataCompletion;
import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.data.ServiceObject;
import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import io.flexservices.modules.Modules;
import io.flexservices.modules.store.DataCollection;
import io.flexservices.secret.SharedSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The service that answers while a snapshot is primed: a handler of every kind, which does what
 * handlers do (reads its context, logs, completes, fails) and has no effect.
 */
final class PrimingService implements FlexService {
  static final String SECRET = "priming";
  static final String OBJECT = "things";
  static final String LATER = "later";
  static final String ENDPOINT = "endpoint";
  static final String STORE = "store";
  static final String LOGIN = "login";
  static final String TASK = "task";

  /** An entity that there is not, and one whose handler throws. */
  static final String MISSING = "missing";

  static final String BROKEN = "broken";

  private static final Duration TIME = Duration.ofSeconds(2);

  private final FlexOptions served;

  /**
   * A service that stands in for another.
   *
   * @param served the options of that: what they say of the way of a request counts here as well
   */
  PrimingService(FlexOptions served) {
    this.served = served;
  }

  @Override
  public FlexOptions options() {
    FlexOptions options =
        FlexOptions.defaults()
            .withRequestTimeout(TIME)
            .withCompression(served.compression())
            .withStackTraces(served.stackTraces());
    return served.hasSecretSource()
        ? options.withSecretSource(() -> new SharedSecrets(SECRET, null))
        : options.withSharedSecret(SECRET);
  }

  @Override
  public void register(Flex flex) {
    Logger logger = flex.logger();
    ServiceObject object = flex.data().serviceObject(OBJECT);
    for (DataEvent event : DataEvent.values()) {
      object.on(event, (context, complete, modules) -> data(context, complete, logger));
    }
    flex.data()
        .serviceObject(LATER)
        .onGetByIdAsync(
            (context, complete, modules) ->
                // On a thread that ends: those of the common pool wait for a minute.
                CompletableFuture.supplyAsync(
                    () -> complete.setBody(thing()).ok().next(), work -> new Thread(work).start()));
    flex.functions()
        .register(ENDPOINT, (context, complete, modules) -> function(context, complete, modules))
        .register(STORE, (context, complete, modules) -> store(complete, modules));
    flex.auth().register(LOGIN, (context, complete, modules) -> login(context, complete));
    flex.background().register(TASK, (context, modules) -> logger.info(context.payloadValue()));
  }

  private static Outcome data(DataContext context, DataCompletion complete, Logger logger) {
    logger.info(context.event().eventName());
    if (BROKEN.equals(context.entityId())) {
      throw new IllegalStateException(BROKEN);
    }
    if (MISSING.equals(context.entityId())) {
      return complete.setBody("There is none").notFound().done();
    }
    return switch (context.event()) {
      case ON_INSERT, ON_INSERT_MANY -> complete.setBody(context.bodyValue()).created().next();
      case ON_UPDATE -> complete.setBody(context.body()).ok().next();
      case ON_GET_BY_ID -> complete.setBody(thing()).ok().next();
      case ON_GET_ALL -> complete.setBody(List.of(thing(), thing())).ok().next();
      case ON_GET_BY_QUERY -> complete.setBody(List.of(context.query())).ok().next();
      default -> complete.setBody(Map.of("count", 1)).ok().next();
    };
  }

  private static Outcome function(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    if (context.hookType() == HookType.PRE) {
      return complete.setBody(context.body()).setQuery(context.query()).ok().next();
    }
    if (context.hookType() == HookType.POST) {
      return complete.setBody(context.bodyValue()).ok().next();
    }
    modules.background().run(TASK, thing());
    return complete.setBody(context.bodyValue()).ok().done();
  }

  /** By the client that a service has unless it says otherwise. */
  private static Outcome store(FunctionCompletion complete, Modules modules) {
    DataCollection collection = modules.dataStore().collection(OBJECT);
    JsonObject found = collection.findById("42");
    collection.save(modules.kinveyEntity().entity());
    return complete.setBody(found).ok().next();
  }

  private static Outcome login(AuthContext context, AuthCompletion complete) {
    if (!SECRET.equals(context.body().value("password"))) {
      return complete.accessDenied("No").next();
    }
    return complete
        .setToken("token")
        .addAttribute("id", context.body().value("username"))
        .ok()
        .next();
  }

  private static Map<String, Object> thing() {
    return Map.of("_id", "42", "name", "thing", "price", 1.5, "tags", List.of("a", "b"));
  }
}
