package io.flexservices.examples.modules;

import io.flexservices.completion.FunctionCompletion;
import io.flexservices.completion.Outcome;
import io.flexservices.functions.FunctionContext;
import io.flexservices.modules.ClientAppVersion;
import io.flexservices.modules.Modules;
import java.util.Map;

/** What a client app says of its version. */
final class ClientVersion {
  private ClientVersion() {}

  static Outcome check(FunctionContext context, FunctionCompletion complete, Modules modules) {
    ClientAppVersion version = modules.requestContext().clientAppVersion();
    String text = version.stringValue();
    boolean isOld = version.majorVersion() < 2;
    boolean isPatched = version.patchVersion() > 1; // false for "1.0.1-beta", which has no number
    boolean isBeta = text != null && text.contains("beta");
    return complete
        .setBody(Map.of("isOld", isOld, "isPatched", isPatched, "isBeta", isBeta))
        .ok()
        .done();
  }
}
