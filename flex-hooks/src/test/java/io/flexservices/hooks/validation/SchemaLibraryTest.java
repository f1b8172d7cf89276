package io.flexservices.hooks.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.Hook;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users who check nothing by a schema need not ship the library. */
class SchemaLibraryTest {
  @Test
  void isNotLoadedByOtherHooks() throws Exception {
    try (WithoutLibrary loader = new WithoutLibrary()) {
      Class<?> validation = loader.loadClass(Validation.class.getName());
      Class<?> type = loader.loadClass(CallbackValidator.class.getName());
      Object none = null;
      assertThatThrownBy(() -> validation.getMethod("callbackToPromise", type).invoke(null, none))
          .hasRootCauseMessage("validator == null");
      assertThat(loader.refused).isEmpty();
    }
  }

  @Test
  void isNamedWhereItIsMissing() throws Exception {
    try (WithoutLibrary loader = new WithoutLibrary()) {
      Class<?> validation = loader.loadClass(Validation.class.getName());
      assertThatThrownBy(
              () -> validation.getMethod("validateSchema", String.class).invoke(null, "{}"))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "validateSchema needs com.networknt:json-schema-validator on the class path; add the"
                  + " dependency to the service");
      assertThat(loader.refused).isNotEmpty();
    }
  }

  /** The project's own classes once more, and whatever they need but the validator. */
  private static final class WithoutLibrary extends URLClassLoader {
    private final List<String> refused = new ArrayList<>();

    WithoutLibrary() {
      super(new URL[] {location(Hook.class)}, Hook.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.networknt.")) {
        refused.add(name);
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("io.flexservices.hooks.")) {
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          return loaded == null ? findClass(name) : loaded;
        }
      }
      return super.loadClass(name, resolve);
    }

    private static URL location(Class<?> type) {
      return type.getProtectionDomain().getCodeSource().getLocation();
    }
  }
}
