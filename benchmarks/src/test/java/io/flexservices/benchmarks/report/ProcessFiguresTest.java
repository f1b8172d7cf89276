package io.flexservices.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessFiguresTest {
  private final ProcessFigures own = new ProcessFigures(ProcessHandle.current().pid());

  @Test
  void countsWhatThreadsTook() throws IOException {
    Map<Path, Long> before = own.processorTimes();
    assertThat(before).isNotEmpty();
    assertThat(own.processorMillis()).isGreaterThan(own.processorMillisSince(before));
  }

  @Test
  void readsTheResidentMemory() throws IOException {
    assertThat(own.residentMegabytes()).isBetween(8.0, 8_192.0);
  }
}
