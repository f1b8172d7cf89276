package io.flexservices.hooks.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexservices.hooks.HookException;
import io.flexservices.hooks.HookParams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written to a collection in memory. */
class MemoryRecordsWriteTest {
  private final MemoryRecords users =
      MemoryRecords.of(
          "id", List.of(Map.of("id", 1, "name", "Ann"), Map.of("id", 2, "name", "Bob")));

  private static <T> T now(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static HookParams query(Map<String, ?> query) {
    return new HookParams(Map.of("query", new LinkedHashMap<>(query)));
  }

  private List<Map<String, @Nullable Object>> all() {
    return now(users.find(new HookParams()));
  }

  @Test
  void createsOneOrSeveralAndGivesCopies() {
    Map<String, Object> given = new LinkedHashMap<>(Map.of("id", 3, "tags", List.of("a")));
    Object created = now(users.create(given, new HookParams()));
    given.put("name", "changed");
    ((Map<?, ?>) created).clear();
    assertThat(all().get(2)).isEqualTo(Map.of("id", 3, "tags", List.of("a")));
    assertThat(now(users.create(List.of(Map.of("n", 1), Map.of("n", 2)), new HookParams())))
        .isEqualTo(List.of(Map.of("n", 1, "id", 4L), Map.of("n", 2, "id", 5L)));
  }

  @Test
  void refusesASecondRecordOfAnId() {
    assertThatThrownBy(() -> now(users.create(Map.of("id", 1L), new HookParams())))
        .hasRootCauseInstanceOf(HookException.class)
        .hasRootCauseMessage("There is a record of the id '1' already");
    assertThatThrownBy(() -> now(users.create("text", new HookParams())))
        .hasRootCauseMessage("The data is neither a record nor a list of records");
    assertThat(all()).hasSize(2);
  }

  @Test
  void replacesTheRecordOfAnId() {
    assertThat(now(users.update(1L, Map.of("a", 1), new HookParams())))
        .isEqualTo(Map.of("a", 1, "id", 1));
    assertThat(all().get(0)).isEqualTo(Map.of("a", 1, "id", 1));
    assertThatThrownBy(() -> now(users.update(null, Map.of(), new HookParams())))
        .hasRootCauseMessage("Only the record of an id can be replaced, use 'patch'");
  }

  @Test
  void patchesTheRecordOfAnIdOrThoseOfAQuery() {
    assertThat(now(users.patch(1, Map.of("age", 5), new HookParams())))
        .isEqualTo(Map.of("id", 1, "name", "Ann", "age", 5));
    assertThat(now(users.patch(null, Map.of("x", 1), query(Map.of("name", "Bob")))))
        .isEqualTo(List.of(Map.of("id", 2, "name", "Bob", "x", 1)));
    assertThat(all().get(0)).doesNotContainKey("x");
  }

  @Test
  void removesTheRecordOfAnIdOrThoseOfAQuery() {
    assertThat(now(users.remove(1, new HookParams()))).isEqualTo(Map.of("id", 1, "name", "Ann"));
    assertThat(now(users.remove(null, query(Map.of("name", "Bob")))))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
    assertThat(all()).isEmpty();
  }

  @Test
  void findsNoRecordOfAnIdThatMissesTheQuery() {
    HookParams ofBob = query(Map.of("name", "Bob"));
    assertThatThrownBy(() -> now(users.patch(1, Map.of("a", 1), ofBob)))
        .hasRootCauseMessage("No record found for id '1'");
    assertThatThrownBy(() -> now(users.update(1, Map.of("a", 1), ofBob)))
        .hasRootCauseMessage("No record found for id '1'");
    assertThatThrownBy(() -> now(users.remove(1, ofBob)))
        .hasRootCauseMessage("No record found for id '1'");
    assertThat(all()).hasSize(2);
  }

  @Test
  void getsByIdAmongThoseThatTheQueryNames() {
    HookParams second = query(Map.of("id", Map.of("$in", List.of(2)), "$select", List.of("name")));
    assertThat(now(users.get(2, second))).isEqualTo(Map.of("id", 2, "name", "Bob"));
    assertThatThrownBy(() -> now(users.get(1, second)))
        .hasRootCauseMessage("No record found for id '1'");
    assertThat(second.query()).containsOnlyKeys("id", "$select");
  }

  @Test
  void losesNoneOfManyWritesAtOnce() {
    CompletableFuture<?>[] writes =
        IntStream.range(10, 60)
            .mapToObj(
                id ->
                    CompletableFuture.runAsync(
                        () -> now(users.create(Map.of("id", id), new HookParams()))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writes).join();
    assertThat(all()).hasSize(52);
  }
}
