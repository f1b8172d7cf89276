package io.flexservices.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TempObjectStoreTest {
  @Test
  void keepsWhatIsSet() {
    TempObjectStore store = new TempObjectStore(Map.of("given", 1L));
    store.set("test", "testValue");
    store.set("test2", null);

    assertThat(store.get("given")).isEqualTo(1L);
    assertThat(store.get("test")).isEqualTo("testValue");
    assertThat(store.get("test2")).isNull();
    assertThat(store.get("none")).isNull();
    assertThat(store.getAll()).containsOnlyKeys("given", "test", "test2");
  }

  @Test
  void givesAllAsTheyAreNowAndReadOnly() {
    TempObjectStore store = new TempObjectStore(Map.of());
    Map<String, Object> before = store.getAll();
    store.set("test", "testValue");

    assertThat(before).isEmpty();
    assertThat(store.getAll()).isEqualTo(Map.of("test", "testValue"));
    assertThatThrownBy(() -> store.getAll().put("other", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void doesNotWriteToTheMapThatItBeganWith() {
    Map<String, Object> given = new HashMap<>();
    new TempObjectStore(given).set("test", 1);

    assertThat(given).isEmpty();
  }
}
