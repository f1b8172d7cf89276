package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.KinveyDate;
import io.flexservices.modules.KinveyDateFormat;
import io.flexservices.modules.Modules;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** Kinvey's dates, there and back. */
final class Dates {
  private Dates() {}

  static Outcome convert(FunctionContext context, FunctionCompletion complete, Modules modules) {
    KinveyDate dates = modules.kinveyDate();
    String kinveyDate = dates.toKinveyDateString(Instant.parse("2013-05-08T13:48:36Z"));
    Instant date = dates.fromKinveyDateString(kinveyDate);
    ZonedDateTime moment = dates.fromKinveyDateString(kinveyDate, KinveyDateFormat.MOMENT);
    String iso = dates.fromKinveyDateString(kinveyDate, KinveyDateFormat.STRING);
    return complete
        .setBody(Arrays.asList(kinveyDate, date.toString(), moment.getYear(), iso))
        .ok()
        .done();
  }
}
