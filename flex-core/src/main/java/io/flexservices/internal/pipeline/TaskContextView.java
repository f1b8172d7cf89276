package io.flexservices.internal.pipeline;

import io.flexservices.background.BackgroundContext;
import io.flexservices.internal.background.TaskOrder;
import io.flexservices.json.JsonException;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a background task is given. */
final class TaskContextView implements BackgroundContext {
  private final TaskOrder order;
  private final String key;
  private final int attempt;
  private final CallScope scope;

  TaskContextView(TaskOrder order, String key, int attempt, CallScope scope) {
    this.order = order;
    this.key = key;
    this.attempt = attempt;
    this.scope = scope;
  }

  @Override
  public String name() {
    return order.name();
  }

  @Override
  public JsonObject payload() {
    if (order.payload() == null) {
      return JsonObject.empty();
    }
    if (order.payload() instanceof JsonObject object) {
      return object;
    }
    throw new JsonException("The payload is no object; read it by payloadValue()");
  }

  @Override
  public @Nullable Object payloadValue() {
    return order.payload();
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public String username() {
    return scope.head().username();
  }

  @Override
  public String userId() {
    return scope.head().userId();
  }

  @Override
  public String requestId() {
    return scope.head().requestId();
  }

  @Override
  public Duration remainingTime() {
    return scope.deadline().remaining();
  }

  @Override
  public Logger logger() {
    return scope.logger();
  }
}
