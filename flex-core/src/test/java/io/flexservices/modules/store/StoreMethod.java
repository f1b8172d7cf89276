package io.flexservices.modules.store;

import io.flexservices.modules.Modules;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A method of a store: how handlers call it, and what the backend gets to see.
 *
 * @param about the store, and what it says of recursion
 * @param sends the request in one line
 * @param answer what the backend answers, as JSON; empty for nothing
 * @param result what the method returns, as JSON
 * @param always the credentials that it takes whatever the options say; null where they count
 */
record StoreMethod(
    String name,
    About about,
    String sends,
    String answer,
    String result,
    @Nullable String always,
    BiFunction<Modules, StoreOptions, @Nullable Object> waiting,
    BiFunction<Modules, StoreOptions, CompletableFuture<?>> asynchronous) {

  /**
   * The store of a method.
   *
   * @param objectName what a request is about that the store must not bring up again
   */
  record About(String objectName, String error, String recursion) {}

  StoreMethod always(String authorization) {
    return new StoreMethod(
        name, about, sends, answer, result, authorization, waiting, asynchronous);
  }

  @Override
  public String toString() {
    return name;
  }
}
