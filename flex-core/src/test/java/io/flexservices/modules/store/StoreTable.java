package io.flexservices.modules.store;

import io.flexservices.modules.Modules;
import io.flexservices.modules.store.StoreMethod.About;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the methods of one store, a row each. */
record StoreTable<S>(About about, BiFunction<Modules, StoreOptions, S> store) {
  /** A method that returns what the backend answers. */
  StoreMethod row(
      String name,
      String sends,
      String answer,
      Function<S, @Nullable Object> waiting,
      Function<S, CompletableFuture<?>> asynchronous) {
    return row(name, sends, answer, answer.isEmpty() ? "null" : answer, waiting, asynchronous);
  }

  StoreMethod row(
      String name,
      String sends,
      String answer,
      String result,
      Function<S, @Nullable Object> waiting,
      Function<S, CompletableFuture<?>> asynchronous) {
    return new StoreMethod(
        name,
        about,
        sends,
        answer,
        result,
        null,
        (modules, options) -> waiting.apply(store.apply(modules, options)),
        (modules, options) -> asynchronous.apply(store.apply(modules, options)));
  }
}
