package io.flexservices.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What records do that know no more than to find. */
class RecordsTest {
  private final List<Map<String, @Nullable Object>> asked = new ArrayList<>();
  private final Records records =
      params -> {
        asked.add(params.query());
        return CompletableFuture.completedStage(List.of(Texts.object("{'_id':1}")));
      };

  /** A skip would pass the one record over. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"$skip\":2,\"$limit\":1,\"a\":1} | {\"a\":1,\"_id\":1}",
        "{\"$skip\":2,\"_id\":2} | {\"$and\":[{\"_id\":2},{\"_id\":1}]}"
      })
  void getsByIdWhateverExtentOfAListIsWanted(String query, String expected) {
    HookParams params = new HookParams(Map.of("query", Texts.object(query)));
    assertThat(records.get(1L, params).toCompletableFuture())
        .isCompletedWithValue(Texts.object("{'_id':1}"));
    assertThat(asked).isEqualTo(List.of(Texts.object(expected)));
    assertThat(params.query()).isEqualTo(Texts.object(query));
  }

  @Test
  void getsByIdWithoutAQuery() {
    records.get(1L, new HookParams());
    assertThat(asked).isEqualTo(List.of(new LinkedHashMap<>(Map.of("_id", 1L))));
  }
}
