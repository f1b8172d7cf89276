package io.flexservices.gcp;

import io.flexservices.spi.AnswerChannel;
import io.flexservices.spi.FlexResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the platform carries: "max uncompressed HTTP response size", 32 MB for responses that are
 * not streamed, and 10 MB in the first generation.
 *
 * @see <a href="https://docs.cloud.google.com/functions/quotas">Quotas</a>
 */
enum FunctionsChannel implements AnswerChannel {
  /** A function of the second generation, which is a service of Cloud Run. */
  CLOUD_RUN("Cloud Run functions", 33_554_432),
  /** A function of the first generation. */
  FIRST_GENERATION("Cloud Run functions (1st gen)", 10_485_760);

  private final String words;
  private final long limit;

  FunctionsChannel(String words, long limit) {
    this.words = words;
    this.limit = limit;
  }

  /**
   * The generation by the environment. Both set {@code K_SERVICE}; {@code K_CONFIGURATION} is Cloud
   * Run's alone (its container runtime contract).
   */
  static FunctionsChannel of(Function<String, @Nullable String> environment) {
    boolean isFirst =
        environment.apply("K_SERVICE") != null && environment.apply("K_CONFIGURATION") == null;
    return isFirst ? FIRST_GENERATION : CLOUD_RUN;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public long size(FlexResponse answer) {
    return answer.body().length;
  }

  @Override
  public boolean takesCompressed() {
    return true;
  }

  @Override
  public boolean countsCompressed() {
    return false;
  }
}
