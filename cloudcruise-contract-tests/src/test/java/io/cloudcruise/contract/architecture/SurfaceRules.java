package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.cloudcruise.contract.architecture.Layers.ADAPTER;
import static io.cloudcruise.contract.architecture.Layers.ARCHIVE;
import static io.cloudcruise.contract.architecture.Layers.ARTIFACT;
import static io.cloudcruise.contract.architecture.Layers.ARTIFACTS;
import static io.cloudcruise.contract.architecture.Layers.CLIENT;
import static io.cloudcruise.contract.architecture.Layers.CODEC;
import static io.cloudcruise.contract.architecture.Layers.CORE;
import static io.cloudcruise.contract.architecture.Layers.CREDENTIAL;
import static io.cloudcruise.contract.architecture.Layers.FEIGN;
import static io.cloudcruise.contract.architecture.Layers.HTTP;
import static io.cloudcruise.contract.architecture.Layers.INTERNAL;
import static io.cloudcruise.contract.architecture.Layers.JACKSON;
import static io.cloudcruise.contract.architecture.Layers.KIT;
import static io.cloudcruise.contract.architecture.Layers.MODEL;
import static io.cloudcruise.contract.architecture.Layers.PORT;
import static io.cloudcruise.contract.architecture.Layers.RATE_LIMIT;
import static io.cloudcruise.contract.architecture.Layers.REDIS;
import static io.cloudcruise.contract.architecture.Layers.RETRY;
import static io.cloudcruise.contract.architecture.Layers.SANDBOX;
import static io.cloudcruise.contract.architecture.Layers.SCHEDULE;
import static io.cloudcruise.contract.architecture.Layers.TIME;
import static io.cloudcruise.contract.architecture.Layers.WAIT;
import static io.cloudcruise.contract.architecture.PublicSurface.areVisible;
import static io.cloudcruise.contract.architecture.PublicSurface.beExactly;
import static io.cloudcruise.contract.architecture.PublicSurface.beFinalOrSealed;
import static io.cloudcruise.contract.architecture.PublicSurface.showNothingOf;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What may be public, and what it may show. */
final class SurfaceRules {
  @ArchTest
  static final ArchRule core_shows_its_model_its_port_and_its_use_cases_only =
      classes()
          .that()
          .resideInAPackage(CORE)
          .and(areVisible())
          .should()
          .resideInAnyPackage(
              INTERNAL, MODEL, PORT, SCHEDULE, RATE_LIMIT, RETRY, TIME, WAIT, CREDENTIAL, ARTIFACT)
          .because("what works behind them is nobody's to name");

  @ArchTest
  static final ArchRule use_cases_show_exactly_what_callers_name =
      classes()
          .that()
          .resideInAnyPackage(INTERNAL, RATE_LIMIT, RETRY, TIME, WAIT, CREDENTIAL, ARTIFACT)
          .and(areVisible())
          .should(
              beExactly(
                  "ArtifactIdentity",
                  "ArtifactKind",
                  "CredentialCipher",
                  "CredentialException",
                  "Deadline",
                  "DurationStatistics",
                  "EncryptionKey",
                  "FetchedArtifact",
                  "LocalRateLimiter",
                  "Printable",
                  "RateLimitedRunResults",
                  "RateLimitedRunResults$Builder",
                  "RateWindow",
                  "RetryPolicy",
                  "RetryPolicy$Builder",
                  "RetryingRunResults",
                  "RetryingRunResults$Builder",
                  "RunArtifacts",
                  "RunArtifacts$Builder",
                  "RunNotFinishedException",
                  "RunWaiter",
                  "RunWaiter$Builder",
                  "SystemTimer",
                  "Timer",
                  "VirtualTimer",
                  "WaitListener",
                  "WaitOutcome",
                  "WaitOutcome$Finished",
                  "WaitOutcome$NeedsPerson",
                  "WaitOutcome$StillRunning",
                  "WaitPolicy",
                  "WaitPolicy$Builder",
                  "WaitProgress",
                  "WaitProgress$Builder"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule codec_shows_exactly_its_entry_points =
      classes()
          .that()
          .resideInAPackage(CODEC)
          .and(areVisible())
          .should(beExactly("ResponseMapper", "ResponseMapper$Builder", "RunResultsJson"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule http_shows_exactly_what_the_adapters_share =
      classes()
          .that()
          .resideInAPackage(HTTP)
          .and(areVisible())
          .should(
              beExactly(
                  "BaseUrl",
                  "CustomClientException",
                  "Environment",
                  "JdkClient",
                  "TransportErrors"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule adapter_shows_exactly_its_entry_points =
      classes()
          .that()
          .resideInAPackage(ADAPTER)
          .and(areVisible())
          .should(beExactly("ApiKey", "FeignRunResultsAdapter", "FeignRunResultsAdapter$Builder"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule artifacts_show_exactly_their_entry_points =
      classes()
          .that()
          .resideInAnyPackage(ARTIFACTS, ARCHIVE)
          .and(areVisible())
          .should(
              beExactly(
                  "ArchiveException",
                  "ArchiveListener",
                  "HttpArtifactAdapter",
                  "HttpArtifactAdapter$Builder",
                  "RunArchive",
                  "RunArchive$Builder",
                  "SavedArtifact",
                  "SavedFile",
                  "SavedRun"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule client_shows_exactly_where_to_start =
      classes()
          .that()
          .resideInAPackage(CLIENT)
          .and(areVisible())
          .should(beExactly("CloudCruise", "CloudCruise$Builder"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule sandbox_shows_exactly_its_controls =
      classes()
          .that()
          .resideInAPackage(SANDBOX)
          .and(areVisible())
          .should(
              beExactly("RateLimit", "RecordedRequest", "Sandbox", "SandboxBuilder", "Scenario"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule redis_shows_exactly_its_budget =
      classes()
          .that()
          .resideInAPackage(REDIS)
          .and(areVisible())
          .should(beExactly("RedisRateLimiter", "RedisRateLimiter$Builder"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule kit_shows_exactly_what_tests_use =
      classes()
          .that()
          .resideInAPackage(KIT)
          .and(areVisible())
          .should(
              beExactly(
                  "ArtifactAssert",
                  "ArtifactPortContract",
                  "Capability",
                  "HttpRunResultsPortContract",
                  "InMemoryRunResults",
                  "RunErrorAssert",
                  "RunResultsAssert",
                  "RunResultsAssertions",
                  "RunResultsPortContract",
                  "Situation",
                  "Subject",
                  "TestRuns"))
          .because("what is public can never be changed again");

  @ArchTest
  static final ArchRule public_classes_are_closed =
      classes()
          .that(areVisible())
          .and()
          .areNotInterfaces()
          .and(not(describe("meant to be extended", SurfaceRules::isMeantToBeExtended)))
          .should(beFinalOrSealed())
          .because("a class that was not made to be extended breaks when it is");

  @ArchTest
  static final ArchRule public_types_show_no_feign_and_no_jackson =
      classes()
          .that(areVisible())
          .should(
              showNothingOf(
                  Set.of(
                      // Who brings a client of their own has chosen Feign already.
                      "io.cloudcruise.feign.FeignRunResultsAdapter$Builder.client(feign.Client)"
                          + " shows feign.Client"),
                  FEIGN,
                  JACKSON))
          .because("callers must not have to follow the adapter's choice of libraries");

  private SurfaceRules() {}

  /** A super type token, and the contracts that adapters are tested with, exist to be extended. */
  private static boolean isMeantToBeExtended(JavaClass type) {
    return type.getModifiers().contains(ABSTRACT) && (isTypeRef(type) || isContract(type));
  }

  private static boolean isTypeRef(JavaClass type) {
    return Predicates.resideInAPackage(MODEL).test(type) && type.getSimpleName().equals("TypeRef");
  }

  private static boolean isContract(JavaClass type) {
    return Predicates.resideInAPackage(KIT).test(type) && type.getSimpleName().endsWith("Contract");
  }
}
