package io.flexservices.runtime;

import static java.util.Objects.requireNonNull;

import io.flexservices.FlexService;
import io.flexservices.FlexSetting;
import io.flexservices.FlexSettings;
import io.flexservices.json.Throwables;
import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the service that a process shall run: the class that {@link FlexSetting#SERVICE} names,
 * else the one that {@link ServiceLoader} knows.
 */
public final class ServiceFinder {
  private ServiceFinder() {}

  /**
   * An instance of the service.
   *
   * @throws IllegalStateException where there is none, where there are several, or where it cannot
   *     be made; the message says what to do
   */
  public static FlexService find(FlexSettings settings, ClassLoader loader) {
    requireNonNull(loader, "loader == null");
    String className = settings.get(FlexSetting.SERVICE);
    return className == null ? byServiceLoader(loader) : byName(className, loader);
  }

  private static FlexService byName(String className, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(className, true, loader);
      Object service = type.getConstructor().newInstance();
      if (service instanceof FlexService found) {
        return found;
      }
      throw failure(
          "The class " + className + " does not implement " + FlexService.class.getName(), null);
    } catch (ClassNotFoundException e) {
      throw failure("There is no class " + className + " on the class path", e);
    } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
      throw failure("The class " + className + " has no public constructor without parameters", e);
    } catch (InvocationTargetException e) {
      throw broken("The constructor of " + className + " threw", e.getTargetException());
    } catch (LinkageError e) {
      // A static initialiser that threw, or a class that is not on the class path: neither error
      // has a message from which one could tell.
      throw broken("The class " + className + " could not be loaded", e);
    }
  }

  private static FlexService byServiceLoader(ClassLoader loader) {
    try {
      return theOnly(ServiceLoader.load(FlexService.class, loader).iterator());
    } catch (ServiceConfigurationError e) {
      throw broken("The Flex service cannot be made", e.getCause() == null ? e : e.getCause());
    }
  }

  private static FlexService theOnly(Iterator<FlexService> services) {
    if (!services.hasNext()) {
      throw failure("There is no Flex service to run", null);
    }
    FlexService service = services.next();
    if (services.hasNext()) {
      throw failure(
          "There are several Flex services: %s and %s"
              .formatted(service.getClass().getName(), services.next().getClass().getName()),
          null);
    }
    return service;
  }

  /** A service that was found and does not start: the cause is what helps. */
  private static IllegalStateException broken(String what, Throwable cause) {
    return new IllegalStateException(what + ": " + Throwables.summary(cause), cause);
  }

  private static IllegalStateException failure(String what, @Nullable Throwable cause) {
    return new IllegalStateException(
        what
            + ". Name the class in the environment variable %s or the system property %s, or in a file META-INF/services/%s"
                .formatted(
                    FlexSetting.SERVICE.environmentVariable(),
                    FlexSetting.SERVICE.systemProperty(),
                    FlexService.class.getName()),
        cause);
  }
}
