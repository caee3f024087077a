package io.cloudcruise.contract;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** What {@code docs/architecture.md} says about layers and about what may be public. */
final class ArchitectureRules {
  private static final String CORE = "..cloudcruise.core..";
  private static final String ADAPTER = "..cloudcruise.feign..";
  private static final String SANDBOX = "..cloudcruise.sandbox..";

  @ArchTest
  static final ArchRule core_depends_on_the_jdk_and_jspecify_only =
      classes()
          .that()
          .resideInAPackage(CORE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(CORE, "java..", "org.jspecify..")
          .because("the domain must outlive every library that an adapter uses");

  @ArchTest
  static final ArchRule core_neither_reads_clocks_nor_sleeps_nor_prints =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "java.net..", "java.nio.file..")
          .because("time and the outside world enter the core as parameters");

  @ArchTest
  static final ArchRule adapter_depends_on_core_feign_jackson_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(ADAPTER)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER,
              CORE,
              "feign..",
              "com.fasterxml.jackson..",
              "java..",
              "javax.net.ssl..",
              "org.jspecify..")
          .because("each dependency of the adapter has to earn its place in other class paths");

  @ArchTest
  static final ArchRule sandbox_depends_on_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(SANDBOX)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              SANDBOX, "java..", "javax.crypto..", "com.sun.net.httpserver..", "org.jspecify..")
          .because("a provider that used the adapter's code would agree with all of its mistakes");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices()
          .matching("..cloudcruise.(**)")
          .should()
          .beFreeOfCycles()
          .because("what depends on itself cannot be understood, or replaced, a piece at a time");

  @ArchTest
  static final ArchRule adapter_shows_its_entry_points_only =
      classes()
          .that()
          .resideInAPackage(ADAPTER)
          .and()
          .arePublic()
          .should()
          .haveNameMatching(
              ".*\\.(FeignRunResultsAdapter|FeignRunResultsAdapter\\$Builder|ApiKey|RunResultsJson)")
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule public_classes_are_closed =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .and(not(describe("meant to be extended", ArchitectureRules::isMeantToBeExtended)))
          .should(beFinalOrSealed())
          .because("a class that was not made to be extended breaks when it is");

  @ArchTest
  static final ArchRule public_methods_show_no_feign_and_no_jackson =
      methods()
          .that(arePartOfThePublicInterface())
          .and()
          .doNotHaveName("client")
          .should(notMention("feign..", "com.fasterxml.jackson.."))
          .because("callers must not have to follow the adapter's choice of libraries");

  private ArchitectureRules() {}

  /** A super type token exists to be extended, and so do the suites of the kit. */
  private static boolean isMeantToBeExtended(JavaClass type) {
    return type.getSimpleName().equals("TypeRef") || type.getSimpleName().endsWith("Contract");
  }

  private static ArchCondition<JavaClass> beFinalOrSealed() {
    return new ArchCondition<>("be final or sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean closed =
            type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
        events.add(
            new SimpleConditionEvent(
                type, closed, type.getName() + " is neither final nor sealed"));
      }
    };
  }

  private static DescribedPredicate<JavaMethod> arePartOfThePublicInterface() {
    return describe(
        "are part of the public interface",
        method ->
            method.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                && resideInAnyPackage(CORE, ADAPTER).test(method.getOwner()));
  }

  private static ArchCondition<JavaMethod> notMention(String... packages) {
    DescribedPredicate<JavaClass> foreign = resideInAnyPackage(packages);
    return new ArchCondition<>("not mention " + Set.of(packages)) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        method.getAllInvolvedRawTypes().stream()
            .filter(foreign)
            .forEach(
                type -> events.add(SimpleConditionEvent.violated(method, message(method, type))));
      }
    };
  }

  private static String message(JavaCodeUnit method, JavaClass type) {
    return method.getFullName() + " mentions " + type.getName();
  }
}
