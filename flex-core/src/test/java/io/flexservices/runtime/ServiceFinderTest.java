package io.flexservices.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.FlexSettings;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which service a process runs. */
class ServiceFinderTest {
  private static final String HINT =
      ". Name the class in the environment variable FLEX_SERVICE or the system property"
          + " flex.service, or in a file META-INF/services/io.flexservices.FlexService";

  @TempDir Path providers;

  @Test
  void findsTheClassThatIsNamed() {
    assertThat(byName(Good.class)).isInstanceOf(Good.class);
  }

  @Test
  void prefersTheNameToServiceLoader() throws Exception {
    try (URLClassLoader loader = provide(Other.class)) {
      assertThat(ServiceFinder.find(named(Good.class.getName()), loader)).isInstanceOf(Good.class);
    }
  }

  @Test
  void findsWhatServiceLoaderKnows() throws Exception {
    try (URLClassLoader loader = provide(Good.class)) {
      assertThat(ServiceFinder.find(unnamed(), loader)).isInstanceOf(Good.class);
    }
  }

  @Test
  void saysWhatToDoWhereThereIsNone() {
    failsWith("There is no Flex service to run", unnamed(), getClass().getClassLoader());
  }

  @Test
  void namesTwoWhereThereAreSeveral() throws Exception {
    try (URLClassLoader loader = provide(Good.class, Other.class)) {
      failsWith(
          "There are several Flex services: "
              + Good.class.getName()
              + " and "
              + Other.class.getName(),
          unnamed(),
          loader);
    }
  }

  @Test
  void saysWhyAProviderCannotBeMade() throws Exception {
    for (String provider : new String[] {"no.such.Service", Throwing.class.getName()}) {
      try (URLClassLoader loader = provide(provider)) {
        assertThatThrownBy(() -> ServiceFinder.find(unnamed(), loader))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageStartingWith("The Flex service cannot be made: ");
      }
    }
  }

  @Test
  void saysThatThereIsNoSuchClass() {
    failsWith("There is no class no.such.Service on the class path", "no.such.Service");
  }

  @Test
  void saysThatAClassIsNoService() {
    failsWith(
        "The class java.lang.Object does not implement io.flexservices.FlexService",
        "java.lang.Object");
  }

  @Test
  void saysThatAClassHasNoConstructorForIt() {
    for (Class<?> type : new Class<?>[] {Argument.class, Hidden.class, Abstract.class}) {
      failsWith(
          "The class " + type.getName() + " has no public constructor without parameters",
          type.getName());
    }
  }

  @Test
  void saysThatTheConstructorThrew() {
    assertThatThrownBy(() -> byName(Throwing.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The constructor of "
                + Throwing.class.getName()
                + " threw: IllegalArgumentException: no database")
        .hasRootCauseMessage("no database");
  }

  @Test
  void saysThatAClassCannotBeLoaded() {
    assertThatThrownBy(() -> byName(Uninitialisable.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The class "
                + Uninitialisable.class.getName()
                + " could not be loaded: ExceptionInInitializerError")
        .hasRootCauseMessage("no settings");
  }

  private void failsWith(String message, String className) {
    failsWith(message, named(className), getClass().getClassLoader());
  }

  private static void failsWith(String message, FlexSettings settings, ClassLoader loader) {
    assertThatThrownBy(() -> ServiceFinder.find(settings, loader))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message + HINT);
  }

  private FlexService byName(Class<?> type) {
    return ServiceFinder.find(named(type.getName()), getClass().getClassLoader());
  }

  private static FlexSettings named(String className) {
    return FlexSettings.of(Map.of(), Map.of("FLEX_SERVICE", className));
  }

  private static FlexSettings unnamed() {
    return FlexSettings.of(Map.of(), Map.of());
  }

  private URLClassLoader provide(Class<?>... types) throws Exception {
    return provide(String.join("\n", java.util.Arrays.stream(types).map(Class::getName).toList()));
  }

  private URLClassLoader provide(String lines) throws Exception {
    Path file = providers.resolve("META-INF/services/io.flexservices.FlexService");
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
    return new URLClassLoader(new URL[] {providers.toUri().toURL()}, getClass().getClassLoader());
  }

  public static class Good implements FlexService {
    @Override
    public void register(Flex flex) {}
  }

  public static final class Other extends Good {}

  public abstract static class Abstract extends Good {}

  public static final class Argument extends Good {
    public Argument(String argument) {
      assertThat(argument).isNotNull();
    }
  }

  public static final class Hidden extends Good {
    private Hidden() {}
  }

  public static final class Throwing extends Good {
    public Throwing() {
      throw new IllegalArgumentException("no database");
    }
  }

  public static final class Uninitialisable extends Good {
    static {
      fail();
    }

    private static void fail() {
      throw new IllegalArgumentException("no settings");
    }
  }
}
