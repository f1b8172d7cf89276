package io.flexservices.conformance.platforms;

import io.flexservices.FlexSetting;
import io.flexservices.conformance.fixture.PlatformService;
import io.flexservices.conformance.platform.TargetOptions;
import java.util.function.UnaryOperator;

/** How the service of a case is started; a target is started once for each, for all its cases. */
enum Setup {
  /** The defaults. */
  PLAIN(options -> options),
  /** With base paths. */
  BASE_PATHS(options -> options.with(FlexSetting.BASE_PATHS, "/v1,/kinvey/flex,/my-function"));

  private final UnaryOperator<TargetOptions> options;

  Setup(UnaryOperator<TargetOptions> options) {
    this.options = options;
  }

  TargetOptions options() {
    return options.apply(TargetOptions.defaults().withService(PlatformService.class));
  }
}
