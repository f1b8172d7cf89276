package io.flexservices.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.modules.email.Email;
import io.flexservices.modules.email.EmailMessage;
import io.flexservices.modules.push.Push;
import io.flexservices.modules.store.DataCollection;
import io.flexservices.modules.store.Endpoint;
import io.flexservices.modules.store.GroupStore;
import io.flexservices.modules.store.RoleStore;
import io.flexservices.modules.store.UserStore;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever calls the backend does so in two forms, by the same arguments. */
class AsyncFormsTest {
  /** What calls nobody. */
  private static final Set<String> LOCAL =
      Set.of("collectionName", "endpointName", "message", "toString");

  @ParameterizedTest
  @ValueSource(
      classes = {
        DataCollection.class,
        UserStore.class,
        GroupStore.class,
        RoleStore.class,
        Endpoint.class,
        Email.class,
        EmailMessage.class,
        Push.class
      })
  void areThereForEveryMethod(Class<?> module) {
    Set<String> asynchronous =
        signatures(
            module,
            method -> method.getReturnType() == CompletableFuture.class,
            name -> name.replaceFirst("Async$", ""));
    Set<String> waiting =
        signatures(
            module,
            method ->
                method.getReturnType() != CompletableFuture.class
                    && method.getReturnType() != module
                    && !LOCAL.contains(method.getName()),
            name -> name);

    assertThat(waiting).isNotEmpty().isEqualTo(asynchronous);
  }

  private static Set<String> signatures(
      Class<?> module, Predicate<Method> which, Function<String, String> name) {
    Set<String> signatures = new TreeSet<>();
    for (Method method : module.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && which.test(method)) {
        signatures.add(name.apply(method.getName()) + Arrays.toString(method.getParameterTypes()));
      }
    }
    return signatures;
  }
}
