package io.flexservices.conformance.platforms;

import io.flexservices.conformance.platform.Target;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour that users rely on, in plain words, and how it is tried on each target. Mutable while
 * its group lists it.
 *
 * <pre>{@code
 * PlatformCase.that("a value with an equals sign stays whole")
 *     .holds(get("/seen?q=a=b"), reply -> assertThat(...))          // on all seven targets
 *     .insteadOn(Target.GCP, "400", get("/seen?q=a=b"), reply -> ...) // the platform's own answer
 *     .notOn(Target.LOCAL);                                         // does not apply
 * }</pre>
 */
final class PlatformCase {
  /** What the page shows where a case holds, and where it does not apply. */
  static final String HOLDS = "yes";

  static final String DOES_NOT_APPLY = "–";

  static final Set<Target> ALL = EnumSet.allOf(Target.class);
  static final Set<Target> FUNCTIONS =
      EnumSet.of(
          Target.AWS_REST, Target.AWS_HTTP, Target.AWS_URL, Target.AWS_ALB, Target.AWS_ALB_MULTI);
  static final Set<Target> PAYLOAD_2 = EnumSet.of(Target.AWS_HTTP, Target.AWS_URL);
  static final Set<Target> LOAD_BALANCERS = EnumSet.of(Target.AWS_ALB, Target.AWS_ALB_MULTI);

  private final String title;
  private final Map<Target, Trial> trials = new EnumMap<>(Target.class);
  private Setup setup = Setup.PLAIN;

  /** What is done on one target, and what the page says where it succeeds. */
  record Trial(String cell, Steps steps) {}

  /** Sends requests and checks what comes back; throws where that is wrong. */
  interface Steps {
    void run(Caller caller) throws Exception;
  }

  /** Varies an event. */
  interface Variation extends Consumer<Event> {}

  private PlatformCase(String title) {
    this.title = title;
  }

  static PlatformCase that(String title) {
    return new PlatformCase(title);
  }

  /** With another setup of the service than the plain one. */
  PlatformCase under(Setup other) {
    this.setup = other;
    return this;
  }

  /** A request that every target carries. */
  PlatformCase holds(ClientRequest request, Consumer<Reply> check) {
    return holdsOn(ALL, request, check);
  }

  /** A request that these targets carry. */
  PlatformCase holdsOn(Collection<Target> targets, ClientRequest request, Consumer<Reply> check) {
    return holdsOn(targets, caller -> check.accept(caller.send(request)));
  }

  /** An event that differs from the one that a request makes. */
  PlatformCase holdsOn(
      Collection<Target> targets,
      ClientRequest request,
      Variation variation,
      Consumer<Reply> check) {
    return holdsOn(
        targets,
        caller -> {
          Event event = EventShape.of(caller.target()).of(request);
          variation.accept(event);
          check.accept(caller.event(event));
        });
  }

  /** Steps of any kind on these targets. */
  PlatformCase holdsOn(Collection<Target> targets, Steps steps) {
    targets.forEach(target -> trials.put(target, new Trial(HOLDS, steps)));
    return this;
  }

  /** What a target does in its own way, which the page says in these words. */
  PlatformCase insteadOn(Target target, String cell, ClientRequest request, Consumer<Reply> check) {
    return insteadOn(target, cell, caller -> check.accept(caller.send(request)));
  }

  /** What a target does in its own way, which the page says in these words. */
  PlatformCase insteadOn(Target target, String cell, Steps steps) {
    trials.put(target, new Trial(cell, steps));
    return this;
  }

  /** Takes targets out that the case does not apply to. */
  PlatformCase notOn(Target... targets) {
    trials.keySet().removeAll(List.of(targets));
    return this;
  }

  String title() {
    return title;
  }

  Setup setup() {
    return setup;
  }

  /** What is done on a target; null where the case does not apply. */
  @Nullable Trial on(Target target) {
    return trials.get(target);
  }
}
