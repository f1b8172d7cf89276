package io.flexservices.examples;

import io.flexservices.Flex;
import io.flexservices.FlexService;
import io.flexservices.background.BackgroundContext;
import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.context.HandlerOptions;
import io.flexservices.functions.FunctionContext;
import io.flexservices.json.JsonObject;
import io.flexservices.modules.Modules;
import io.flexservices.modules.background.BackgroundOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A long-running script: an endpoint that answers at once, and the work behind it, which goes on
 * after the answer. A service with background tasks needs a shared secret.
 */
public final class LongRunningService implements FlexService {
  @Override
  public void register(Flex flex) {
    flex.background()
        .register(
            "calcAndPost",
            HandlerOptions.within(Duration.ofMinutes(10)),
            LongRunningService::calcAndPostData);
    flex.functions()
        .register("getRedLineData", LongRunningService::initiateCalcAndPost)
        .register("getRedLineDataLater", LongRunningService::initiateLater);
  }

  private static void calcAndPostData(BackgroundContext context, Modules modules) {
    Map<String, ?> result =
        Map.of(
            "_id", context.key(), // Tried again, it replaces what is there already.
            "someData", calcSomeData(context.payload()),
            "date", Instant.now());
    modules.dataStore().collection("someCollection").save(result);
  }

  private static Outcome initiateCalcAndPost(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    modules.background().run("calcAndPost", Map.of("line", "red"));
    return complete.accepted().done();
  }

  private static Outcome initiateLater(
      FunctionContext context, FunctionCompletion complete, Modules modules) {
    BackgroundOptions inFiveMinutes = BackgroundOptions.after(Duration.ofMinutes(5));
    modules.background().run("calcAndPost", Map.of("line", "red"), inFiveMinutes);
    return complete.accepted().done();
  }

  private static String calcSomeData(JsonObject payload) {
    return "the timetable of the " + payload.string("line") + " line";
  }
}
