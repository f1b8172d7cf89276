package io.flexservices.conformance.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.flexservices.json.Json;
import io.flexservices.runtime.FlexRuntime;
import io.flexservices.spi.Deadline;
import io.flexservices.spi.FlexHeaders;
import io.flexservices.spi.FlexRequest;
import io.flexservices.spi.Platform;
import io.flexservices.spi.QueryParameters;
import io.flexservices.spi.RequestBody;
import io.flexservices.spi.RequestPath;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts up to a body's limit, of the items that cost most memory for their length: what is
 * allocated for them grows with the text, and by no more than a small factor of it.
 */
class HugeTextsTest {
  /** The default limit of a body. */
  private static final int LARGEST = 26_214_400;

  /**
   * There and back, garbage included. What stays is less: an object without members is 60 bytes of
   * memory for three of text, and so are most values for theirs.
   */
  private static final double BYTES_PER_BYTE = 120;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FlexRuntime runtime =
      FlexRuntime.of(flex -> flex.data().serviceObject("things"))
          .on(new Platform("test", false))
          .logTo(line -> {})
          .build();

  @AfterEach
  void close() {
    runtime.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "[]", "{}", "1e9", "[0]", "{\"\":0}"})
  void takesMemoryInProportion(String item) {
    Supplier<byte[]> quarter = () -> array(item, LARGEST / 4);
    Supplier<byte[]> whole = () -> array(item, LARGEST);
    echo(array(item, 10_000)); // classes are loaded and initialised
    double once = allocated(quarter.get());
    double fourTimes = allocated(whole.get());
    assertThat(fourTimes / LARGEST).as("bytes for each byte of text").isLessThan(BYTES_PER_BYTE);
    // Tables and buffers double, so that twice the exact share is within what growth may cost.
    assertThat(fourTimes / once).as("four times the text").isBetween(2.0, 8.0);
  }

  @Test
  void readsQueryStringsInProportion() {
    long once = allocatedByQuery("a=1&".repeat(250));
    long fourTimes = allocatedByQuery("a=1&".repeat(1_000));
    assertThat((double) fourTimes / once).isBetween(2.0, 8.0);
    long shortValue = allocatedByQuery("q=" + "x".repeat(1_000_000));
    long longValue = allocatedByQuery("q=" + "x".repeat(4_000_000));
    assertThat((double) longValue / shortValue).isBetween(2.0, 8.0);
  }

  private long allocatedByQuery(String query) {
    for (int i = 0; i < 20; i++) {
      serve(query); // until all classes it needs are loaded
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int status = serve(query);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(status).isEqualTo(501); // nobody is registered: it stays on this thread
    return after - before;
  }

  private int serve(String query) {
    return runtime
        .handle(
            new FlexRequest(
                "GET",
                RequestPath.encoded("/things"),
                QueryParameters.encoded(query),
                FlexHeaders.empty(),
                RequestBody.empty(),
                Deadline.in(Duration.ofMinutes(1))))
        .status();
  }

  private static long allocated(byte[] text) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    int printed = echo(text);
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(printed).isGreaterThanOrEqualTo(text.length - 1);
    return after - before;
  }

  /** There and back, as a handler that answers with its body. */
  private static int echo(byte[] text) {
    return Json.bytes(Json.parse(text)).length;
  }

  private static byte[] array(String item, int size) {
    StringBuilder text = new StringBuilder(size).append('[').append(item);
    while (text.length() + item.length() + 2 <= size) {
      text.append(',').append(item);
    }
    return text.append(']').toString().getBytes(StandardCharsets.UTF_8);
  }
}
