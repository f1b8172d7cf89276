package io.flexservices.hooks;

import io.flexservices.hooks.internal.Turn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Records as the hooks of one call see them: a stage that is begun in the call's turn is completed
 * in it. Outside of the turn they are what they are.
 */
final class TurnRecords implements Records {
  private final Records records;
  private final Turn turn;

  TurnRecords(Records records, Turn turn) {
    this.records = records;
    this.turn = turn;
  }

  @Override
  public String idField() {
    return records.idField();
  }

  @Override
  public CompletionStage<List<Map<String, @Nullable Object>>> find(HookParams params) {
    return inTurn(records.find(params));
  }

  @Override
  public CompletionStage<Map<String, @Nullable Object>> get(Object id, HookParams params) {
    return inTurn(records.get(id, params));
  }

  @Override
  public CompletionStage<@Nullable Object> create(Object data, HookParams params) {
    return inTurn(records.create(data, params));
  }

  @Override
  public CompletionStage<@Nullable Object> update(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    return inTurn(records.update(id, data, params));
  }

  @Override
  public CompletionStage<@Nullable Object> patch(
      @Nullable Object id, Map<String, @Nullable Object> data, HookParams params) {
    return inTurn(records.patch(id, data, params));
  }

  @Override
  public CompletionStage<@Nullable Object> remove(@Nullable Object id, HookParams params) {
    return inTurn(records.remove(id, params));
  }

  private <T extends @Nullable Object> CompletionStage<T> inTurn(CompletionStage<T> stage) {
    return turn.equals(Turn.current()) ? turn.adopt(stage) : stage;
  }
}
