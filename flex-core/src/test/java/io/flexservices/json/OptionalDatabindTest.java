package io.flexservices.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jackson is optional, all of it: tried with a class loader that does not have it. */
class OptionalDatabindTest {
  private final URLClassLoader loader =
      new URLClassLoader(new URL[] {origin(Json.class)}, /* parent= */ null);

  @AfterEach
  void closeLoader() throws Exception {
    loader.close();
  }

  @Test
  void readsAndWritesPlainValuesWithout() throws Exception {
    Object value = json("parse", String.class, "{\"a\":[1,2.5,\"x\",null,true]}");
    assertThat(json("text", Object.class, Map.of("read", value, "more", List.of(1))).toString())
        .contains("{\"a\":[1,2.5,\"x\",null,true]}");
  }

  @Test
  void saysWhatToAddForAClassOfTheUsers() {
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> json("text", Object.class, new Object()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Values of a class of your own need com.fasterxml.jackson.core:jackson-databind on"
                  + " the class path; add it, or give a Map");
    }
  }

  private Object json(String method, Class<?> parameter, Object argument) throws Exception {
    Class<?> json = Class.forName("io.flexservices.json.Json", true, loader);
    assertThat(json).isNotSameAs(Json.class);
    try {
      return json.getMethod(method, parameter).invoke(null, argument);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    }
  }

  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
