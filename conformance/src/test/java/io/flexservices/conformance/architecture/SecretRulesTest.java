package io.flexservices.conformance.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may look at the shared secret, and how it is compared. */
class SecretRulesTest {
  private static final JavaClasses PROJECT = ProjectModules.all();
  private static final String SECRETS = "io.flexservices.internal.secret.Secrets";
  private static final Set<String> COMPARING =
      Set.of(
          "equals",
          "equalsIgnoreCase",
          "contentEquals",
          "compareTo",
          "compare",
          "mismatch",
          "startsWith",
          "hashCode",
          "matches",
          "indexOf",
          "contains");

  @Test
  void keysAreComparedInConstantTimeAndInNoOtherWay() {
    classes()
        .that()
        .haveFullyQualifiedName(SECRETS)
        .should(accessTargetWhere(is("java.security.MessageDigest", Set.of("isEqual"))))
        .check(PROJECT);
    noClasses()
        .that()
        .haveFullyQualifiedName(SECRETS)
        .should(accessTargetWhere(isNamed(COMPARING)))
        .check(PROJECT);
  }

  /** The in-memory client of the testkit sends the service's own secret along. */
  @Test
  void onlyTheGuardReadsTheSecret() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.flexservices.internal.secret")
        .and()
        .doNotHaveFullyQualifiedName("io.flexservices.testkit.Exchange")
        .should(
            accessTargetWhere(
                is("io.flexservices.FlexOptions", Set.of("sharedSecret", "previousSharedSecret"))))
        .check(PROJECT);
  }

  private static DescribedPredicate<JavaAccess<?>> is(String owner, Set<String> names) {
    return DescribedPredicate.describe(
        "target is " + owner + "." + names,
        access ->
            access.getTargetOwner().getFullName().equals(owner)
                && names.contains(access.getTarget().getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> isNamed(Set<String> names) {
    return DescribedPredicate.describe(
        "target is named " + names, access -> names.contains(access.getTarget().getName()));
  }
}
