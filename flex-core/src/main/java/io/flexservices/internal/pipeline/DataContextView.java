package io.flexservices.internal.pipeline;

import io.flexservices.data.DataContext;
import io.flexservices.data.DataEvent;
import io.flexservices.json.JsonObject;
import io.flexservices.log.Logger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The context of a data event. */
final class DataContextView extends BaseContext implements DataContext {
  private final DataEvent event;

  DataContextView(
      DataEvent event, Map<String, @Nullable Object> properties, KinveyHead head, Logger logger) {
    super(properties, head, logger);
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
