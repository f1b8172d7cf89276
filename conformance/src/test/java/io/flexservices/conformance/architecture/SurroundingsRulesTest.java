package io.flexservices.conformance.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The core is told its environment, its time and its output; three classes ask for them. */
class SurroundingsRulesTest {
  private static final JavaClasses CORE = ProjectModules.of("flex-core");

  @Test
  void onlySettingsReadTheEnvironment() {
    onlyFrom("io.flexservices.FlexSettings", Set.of("getenv", "getProperty", "getProperties"));
  }

  @Test
  void onlyStandardOutputWritesToItself() {
    onlyFrom("io.flexservices.log.StandardOutput", Set.of("out", "err"));
  }

  @Test
  void onlyDeadlinesReadTheClock() {
    onlyFrom("io.flexservices.spi.Deadline", Set.of("nanoTime", "currentTimeMillis"));
  }

  private static void onlyFrom(String allowed, Set<String> membersOfSystem) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(allowed)
        .should(accessTargetWhere(isSystem(membersOfSystem)))
        .check(CORE);
  }

  private static DescribedPredicate<JavaAccess<?>> isSystem(Set<String> names) {
    return DescribedPredicate.describe(
        "target is System." + names,
        access ->
            access.getTargetOwner().isEquivalentTo(System.class)
                && names.contains(access.getTarget().getName()));
  }
}
