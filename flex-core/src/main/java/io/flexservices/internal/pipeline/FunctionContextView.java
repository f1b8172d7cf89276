package io.flexservices.internal.pipeline;

import io.flexservices.functions.FunctionContext;
import io.flexservices.functions.HookType;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a function. */
final class FunctionContextView extends BaseContext implements FunctionContext {
  private final String functionName;
  private final HookType hookType;

  FunctionContextView(
      String functionName,
      HookType hookType,
      Map<String, @Nullable Object> properties,
      CallScope scope) {
    super(properties, scope);
    this.functionName = functionName;
    this.hookType = hookType;
  }

  @Override
  public String functionName() {
    return functionName;
  }

  @Override
  public HookType hookType() {
    return hookType;
  }

  @Override
  public @Nullable String objectName() {
    return text("objectName");
  }

  @Override
  public @Nullable String entityId() {
    return text("entityId");
  }

  @Override
  public @Nullable JsonObject query() {
    return object("query");
  }

  @Override
  public @Nullable JsonObject loginOptions() {
    return object("loginOptions");
  }

  @Override
  public @Nullable Integer status() {
    return ErrorStatus.of(toJson().value("status"));
  }
}
