package io.flexservices.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.flexservices.conformance.architecture.ProjectModules.inModule;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What modules may know of libraries and of each other. */
class ModuleRulesTest {
  private static final JavaClasses PROJECT = ProjectModules.all();
  private static final DescribedPredicate<JavaClass> RUNTIME_CLIENT =
      resideInAPackage("com.amazonaws.services.lambda.runtime.api.client..");

  /** Otherwise a rule could hold for want of classes. */
  @Test
  void seesEveryModule() {
    Set<String> seen =
        PROJECT.stream().map(ProjectModules::nameOf).collect(Collectors.toUnmodifiableSet());
    assertThat(seen)
        .containsAll(ProjectModules.names())
        .contains(
            "flex-core",
            "flex-hooks",
            "adapter-local",
            "adapter-aws-lambda",
            "adapter-gcp-functions",
            "runtime-aws-lambda",
            "examples",
            "conformance");
  }

  /** The local Lambda runtime has one class that is the main class of the function's process. */
  @Test
  void onlyTheAdapterForLambdaKnowsLambda() {
    noClasses()
        .that(not(inModule("adapter-aws-lambda").or(inModule("runtime-aws-lambda"))))
        .and()
        .doNotHaveFullyQualifiedName("io.flexservices.local.lambda.ParentGuard")
        .should()
        .dependOnClassesThat(resideInAPackage("com.amazonaws..").and(not(RUNTIME_CLIENT)))
        .check(PROJECT);
  }

  /** Lambda's runtime on one's own machine starts the real client in a process of its own. */
  @Test
  void onlyTheLocalRuntimeStartsLambdasRuntimeClient() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.flexservices.local.lambda")
        .should()
        .dependOnClassesThat(RUNTIME_CLIENT)
        .check(PROJECT);
  }

  /**
   * Calls to Kinvey's backend may go through the HTTP client of AWS's SDK; the options and who
   * reads them say which.
   */
  @Test
  void onlyTheAdapterForLambdaAndCallsToTheBackendKnowTheSdkOfAws() {
    noClasses()
        .that(not(inModule("adapter-aws-lambda")))
        .and()
        .resideOutsideOfPackage("io.flexservices.internal.kinvey..")
        .and()
        .haveNameNotMatching("io\\.flexservices\\.FlexOptions(\\$Values)?")
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.."))
        .check(PROJECT);
  }

  @Test
  void onlyTheAdapterForGoogleKnowsGoogle() {
    noClasses()
        .that(not(inModule("adapter-gcp-functions")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("com.google..").and(not(resideInAPackage("com.google.re2j"))))
        .check(PROJECT);
  }

  /** Few classes, so that the library is loaded when a query or a schema holds an expression. */
  @Test
  void onlyQueriesAndSchemasKnowTheLibraryOfRegularExpressions() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.flexservices.modules.query.RegularExpression")
        .and()
        .haveNameNotMatching(
            "io\\.flexservices\\.hooks\\.validation\\.(CompiledSchema|LinearExpression)")
        .should()
        .dependOnClassesThat(resideInAPackage("com.google.re2j"))
        .check(PROJECT);
  }

  @Test
  void onlyTheLocalAdapterKnowsItsServer() {
    noClasses()
        .that(not(inModule("adapter-local")))
        .should()
        .dependOnClassesThat(resideInAPackage("org.eclipse.jetty.."))
        .check(PROJECT);
  }

  /** The validator of JSON Schema wants its values in the library's form. */
  @Test
  void onlyTheJsonPackageAndSchemasKnowTheJsonLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.flexservices.json")
        .and()
        .haveNameNotMatching("io\\.flexservices\\.hooks\\.validation\\.(CompiledSchema|JsonNodes)")
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.."))
        .check(PROJECT);
  }

  /** One class, so that users who check nothing by a schema need not ship the library. */
  @Test
  void onlySchemasKnowTheirValidator() {
    noClasses()
        .that()
        .haveNameNotMatching(
            "io\\.flexservices\\.hooks\\.validation\\.(CompiledSchema|LinearExpression)")
        .should()
        .dependOnClassesThat(resideInAPackage("com.networknt.."))
        .check(PROJECT);
  }

  @Test
  void internalPackagesStayInTheirModule() {
    classes().should(useNoInternalsOfAnotherModule()).check(PROJECT);
  }

  private static ArchCondition<JavaClass> useNoInternalsOfAnotherModule() {
    return new ArchCondition<>("use no internal package of another module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          boolean isInternal = (target.getPackageName() + ".").contains(".internal.");
          boolean isOurs = !ProjectModules.nameOf(target).isEmpty();
          boolean isNear = ProjectModules.nameOf(target).equals(ProjectModules.nameOf(type));
          if (isInternal && isOurs && !isNear) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }
}
