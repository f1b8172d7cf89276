package io.flexservices.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexservices.conformance.platform.RunningTarget;
import io.flexservices.conformance.platform.Target;
import io.flexservices.conformance.platform.TargetOptions;
import io.flexservices.conformance.vector.BackendStub;
import io.flexservices.conformance.vector.Vector;
import io.flexservices.conformance.vector.VectorClient;
import io.flexservices.conformance.vector.VectorExpectation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the reference answers, on every target's real runtime. */
class VectorsIT {
  private static final List<String> GROUPS =
      List.of(
          "discovery",
          "data-routing",
          "data-completion",
          "functions",
          "auth",
          "modules-context",
          "modules-datastore",
          "modules-date",
          "modules-email",
          "modules-endpointrunner",
          "modules-entity",
          "modules-groupstore",
          "modules-push",
          "modules-query",
          "modules-query-process",
          "modules-rolestore",
          "modules-userstore");

  @TestFactory
  Stream<DynamicNode> answersAsTheReference() {
    return Stream.of(Target.values())
        .map(target -> onTarget(target, TargetOptions.defaults(), GROUPS));
  }

  @TestFactory
  Stream<DynamicNode> guardsWithTheSharedSecret() {
    TargetOptions guarded = TargetOptions.defaults().withSecret("s3cr3t");
    return Stream.of(Target.values()).map(target -> onTarget(target, guarded, List.of("secret")));
  }

  private static DynamicNode onTarget(Target target, TargetOptions options, List<String> groups) {
    // The children are made, run and let go one after another, so the target lives as long as they.
    Stream<DynamicTest> tests =
        Stream.of(target)
            .flatMap(
                t -> {
                  RunningTarget running = t.start(options);
                  BackendStub backend = BackendStub.start();
                  VectorClient client = new VectorClient(running.url(), backend);
                  return groups.stream()
                      .flatMap(group -> Vector.ofGroup(group).stream())
                      .map(vector -> test(t, vector, client))
                      .onClose(running::close)
                      .onClose(backend::close);
                });
    return DynamicContainer.dynamicContainer(target.label(), tests);
  }

  private static DynamicTest test(Target target, Vector vector, VectorClient client) {
    return DynamicTest.dynamicTest(
        vector.group() + ": " + vector.name(),
        () -> VectorExpectation.of(target, vector).check(client.send(vector)));
  }

  @org.junit.jupiter.api.Test
  void hasAllGroups() {
    assertThat(GROUPS.stream().mapToInt(group -> Vector.ofGroup(group).size()).sum())
        .isEqualTo(265);
  }
}
