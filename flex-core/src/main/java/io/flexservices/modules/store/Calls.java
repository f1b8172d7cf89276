package io.flexservices.modules.store;

import static java.util.Objects.requireNonNull;

import io.flexservices.error.KinveyException;
import io.flexservices.internal.kinvey.BackendAnswer;
import io.flexservices.internal.kinvey.BackendCall;
import io.flexservices.internal.kinvey.BackendSession;
import io.flexservices.internal.kinvey.Credentials;
import io.flexservices.modules.query.Query;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the stores share ({@code lib/service/modules/baseStore.js} of the Flex SDK, 4.1.4): calls by
 * the options of the store, and refusals in its name.
 *
 * @param recursion what is said where the store is asked for what the request itself is about, by
 *     options that would bring the request up again; null where it may be asked
 */
record Calls(
    BackendSession backend, StoreOptions options, String error, @Nullable String recursion) {
  Calls {
    requireNonNull(backend, "backend == null");
    requireNonNull(options, "options == null");
  }

  /** The calls of a store about an object, which the request may be about itself. */
  static Calls about(
      String objectName,
      BackendSession backend,
      StoreOptions options,
      String error,
      String recursion) {
    requireNonNull(options, "options == null");
    boolean isRecursive =
        objectName.equals(backend.origin().objectName())
            && (options.useBl() || options.useUserContext());
    return new Calls(backend, options, error, isRecursive ? recursion : null);
  }

  BackendCall call(String method, String route, String... rest) {
    return BackendCall.of(method, options.apiVersion(), route, rest)
        .as(options.useUserContext() ? Credentials.USER : Credentials.MASTER)
        .skippingBusinessLogic(!options.useBl());
  }

  <T extends @Nullable Object> CompletableFuture<T> send(
      BackendCall call, Function<BackendAnswer, T> form) {
    return recursion == null ? backend.send(call, form) : refuse("Not Allowed", recursion);
  }

  <T extends @Nullable Object> CompletableFuture<T> badRequest(String debug) {
    return refuse("Bad Request", debug);
  }

  <T extends @Nullable Object> CompletableFuture<T> refuse(
      String description, @Nullable String debug) {
    return CompletableFuture.failedFuture(KinveyException.refused(error, description, debug));
  }

  static Map<String, String> parameters(@Nullable Query query) {
    return query == null ? Map.of() : query.toQueryString();
  }
}
