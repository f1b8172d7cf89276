package io.flexservices.local.background;

import io.flexservices.json.JsonObject;
import io.flexservices.spi.FlexResponse;
import io.flexservices.spi.TaskDelivery;

/** Does the work of an event: {@link io.flexservices.runtime.FlexRuntime#runTask}. */
@FunctionalInterface
public interface TaskRunner {
  /** Does it, and never throws. */
  FlexResponse run(JsonObject event, TaskDelivery delivery);
}
