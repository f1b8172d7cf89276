package io.flexservices.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jar that the template deploys, as the build left it. */
class AwsJarIT {
  private static final long LARGEST = 1_250_000;

  private SamTemplate template;
  private Path jar;

  @BeforeEach
  void find() throws IOException {
    template = SamTemplate.load();
    jar = template.codeUri();
    assertThat(jar).isRegularFile();
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(jar)).isLessThan(LARGEST);
  }

  @Test
  void holdsTheHandlerOfTheTemplate() throws Exception {
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader classes = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
      Class<?> handler = classes.loadClass(template.handler().get(0));

      assertThat(handler.getMethods())
          .extracting(method -> method.getName())
          .contains(template.handler().get(1));
      assertThat(handler.getConstructor().canAccess(null)).isTrue();
    }
  }

  @Test
  void holdsWhatTheFunctionNeedsAndNothingElse() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.endsWith(".class"))
        .allMatch(
            name ->
                name.startsWith("io/flexservices/")
                    || name.startsWith("com/google/re2j/")
                    || name.startsWith("software/amazon/awssdk/")
                    || name.startsWith("org/slf4j/")
                    || name.startsWith("org/reactivestreams/")
                    || name.startsWith("com/amazonaws/services/lambda/runtime/")
                    || name.startsWith("org/crac/"))
        .noneMatch(
            name ->
                name.startsWith("io/flexservices/local/")
                    || name.startsWith("io/flexservices/gcp/")
                    || name.startsWith("io/flexservices/testkit/")
                    || name.startsWith("com/amazonaws/services/lambda/runtime/events/")
                    || name.startsWith("software/amazon/awssdk/http/auth/")
                    || name.endsWith("module-info.class"));
  }

  @Test
  void keepsServicesAndLicencesOnly() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.startsWith("META-INF/") && !name.endsWith("/"))
        .allMatch(
            name ->
                name.equals("META-INF/MANIFEST.MF")
                    || name.startsWith("META-INF/services/")
                    || name.matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*"))
        .contains("META-INF/LICENSE", "META-INF/NOTICE.txt")
        .doesNotHaveDuplicates();
  }

  @Test
  void namesTheServiceForTheServiceLoader() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry entry = file.getJarEntry("META-INF/services/io.flexservices.FlexService");

      assertThat(file.getInputStream(entry))
          .asString(StandardCharsets.UTF_8)
          .isEqualToIgnoringWhitespace(ExampleService.class.getName());
    }
  }

  private List<String> names() throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(JarEntry::getName).toList();
    }
  }
}
