package io.flexservices.conformance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How packages are made, and that they do not depend on each other in circles. */
class PackageRulesTest {
  private static final JavaClasses PROJECT = ProjectModules.all();

  static java.util.List<String> modules() {
    return ProjectModules.names();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void packagesOfAModuleFormNoCycle(String module) {
    slices()
        .assignedFrom(packages())
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(ProjectModules.of(module));
  }

  @Test
  void everyPackageSpellsItsNulls() {
    classes().should(resideInANullMarkedPackage()).check(PROJECT);
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public String getDescription() {
        return "packages";
      }

      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package with a package-info that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean isModule = type.getSimpleName().equals("module-info");
        if (!isModule
            && !type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
          events.add(
              SimpleConditionEvent.violated(
                  type, "The package " + type.getPackageName() + " is not @NullMarked"));
        }
      }
    };
  }
}
