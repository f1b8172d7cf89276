package io.flexservices.internal.pipeline;

import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a data event. */
final class DataContextView extends BaseContext implements DataContext {
  private final DataEvent event;

  DataContextView(DataEvent event, Map<String, @Nullable Object> properties, CallScope scope) {
    super(properties, scope);
    this.event = event;
  }

  @Override
  public DataEvent event() {
    return event;
  }

  @Override
  public String serviceObjectName() {
    return textOrEmpty("serviceObjectName");
  }

  @Override
  public @Nullable String entityId() {
    return text("entityId");
  }

  @Override
  public @Nullable JsonObject query() {
    return object("query");
  }
}
