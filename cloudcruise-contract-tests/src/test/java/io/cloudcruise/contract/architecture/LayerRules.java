package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.cloudcruise.contract.architecture.Layers.ADAPTER;
import static io.cloudcruise.contract.architecture.Layers.ARCHIVE;
import static io.cloudcruise.contract.architecture.Layers.ARTIFACTS;
import static io.cloudcruise.contract.architecture.Layers.CLIENT;
import static io.cloudcruise.contract.architecture.Layers.CODEC;
import static io.cloudcruise.contract.architecture.Layers.CORE;
import static io.cloudcruise.contract.architecture.Layers.CREDENTIAL;
import static io.cloudcruise.contract.architecture.Layers.FEIGN;
import static io.cloudcruise.contract.architecture.Layers.HTTP;
import static io.cloudcruise.contract.architecture.Layers.JACKSON;
import static io.cloudcruise.contract.architecture.Layers.JSPECIFY;
import static io.cloudcruise.contract.architecture.Layers.KIT;
import static io.cloudcruise.contract.architecture.Layers.MODEL;
import static io.cloudcruise.contract.architecture.Layers.PORT;
import static io.cloudcruise.contract.architecture.Layers.REDIS;
import static io.cloudcruise.contract.architecture.Layers.SANDBOX;
import static io.cloudcruise.contract.architecture.Layers.SCHEDULE;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Scanner;
import java.util.Set;
import java.util.Timer;

/**
 * Who may use whom and what: lists of what is allowed, so that all that is new has to be asked for.
 */
final class LayerRules {
  private static final String SYSTEM_TIMER = "io.cloudcruise.core.time.SystemTimer";
  private static final String DEADLINE = "io.cloudcruise.core.time.Deadline";

  /** Values, and what computes with them: no files, no network, no threads, no reflective calls. */
  private static final DescribedPredicate<JavaClass> THE_CORES_JDK =
      resideInAnyPackage(
          "java.lang",
          "java.lang.reflect",
          "java.math",
          "java.nio.charset",
          "java.time",
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream");

  /** What leads out of the process, or to its clock, streams and threads, from these packages. */
  private static final DescribedPredicate<JavaClass> DOORS =
      belongToAnyOf(
          System.class,
          Runtime.class,
          Process.class,
          ProcessBuilder.class,
          Thread.class,
          Timer.class,
          Scanner.class);

  /** What the use cases need, and values do not. */
  private static final DescribedPredicate<JavaClass> CONCURRENCY =
      resideInAPackage("java.util.concurrent..").or(belongToAnyOf(Thread.class));

  /** Bytes are values too, and a digest is computed from nothing else. */
  private static final DescribedPredicate<JavaClass> BYTES =
      belongToAnyOf(ByteBuffer.class, MessageDigest.class, NoSuchAlgorithmException.class);

  private static final DescribedPredicate<JavaClass> WHAT_THE_CORE_MAY_USE =
      resideInAnyPackage(CORE, JSPECIFY)
          .or(THE_CORES_JDK.and(not(DOORS)))
          .or(CONCURRENCY)
          .or(BYTES);

  @ArchTest
  static final ArchRule core_depends_on_values_of_the_jdk_and_jspecify_only =
      classes()
          .that()
          .resideInAPackage(CORE)
          .and(not(theMachinesTime()))
          .and(not(resideInAPackage(CREDENTIAL)))
          .should()
          .onlyDependOnClassesThat(WHAT_THE_CORE_MAY_USE)
          .because("the domain must outlive every library, and the world enters it as parameters");

  @ArchTest
  static final ArchRule credentials_depend_on_what_the_core_may_use_and_the_jdks_cryptography =
      classes()
          .that()
          .resideInAPackage(CREDENTIAL)
          .should()
          .onlyDependOnClassesThat(
              WHAT_THE_CORE_MAY_USE.or(resideInAnyPackage("java.security..", "javax.crypto..")))
          .because(
              "keys and ciphertext have one place in the core, where they can be looked after");

  @ArchTest
  static final ArchRule values_know_no_threads =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, PORT, SCHEDULE)
          .should()
          .dependOnClassesThat(CONCURRENCY)
          .because("what never changes can be shared without a thought");

  @ArchTest
  static final ArchRule core_prints_no_stack_traces =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .accessTargetWhere(target(name("printStackTrace")))
          .because("the standard streams belong to the program, not to a library in it");

  @ArchTest
  static final ArchRule codec_depends_on_core_jackson_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(CODEC)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(CODEC, CORE, JACKSON, "java..", JSPECIFY)
          .because("an adapter on any HTTP client shares it, and so does a test without one");

  @ArchTest
  static final ArchRule codec_knows_no_http_client =
      noClasses()
          .that()
          .resideInAPackage(CODEC)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..")
          .because("an adapter on any HTTP client shares it, and so does a test without one");

  @ArchTest
  static final ArchRule http_depends_on_core_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(HTTP)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(HTTP, CORE, "java..", "javax.net.ssl", JSPECIFY)
          .because("both adapters stand on it, whatever else they use");

  @ArchTest
  static final ArchRule adapter_depends_on_core_codec_http_feign_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(ADAPTER)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER, CORE, CODEC, HTTP, FEIGN, "java..", "javax.net.ssl", JSPECIFY)
          .because("each dependency of the adapter has to earn its place in other class paths");

  @ArchTest
  static final ArchRule artifacts_depend_on_core_codec_http_jackson_and_the_jdk_only =
      classes()
          .that()
          .resideInAnyPackage(ARTIFACTS, ARCHIVE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ARTIFACTS, ARCHIVE, CORE, CODEC, HTTP, JACKSON, "java..", "javax.net.ssl", JSPECIFY)
          .because("whoever saves evidence need not have Feign");

  @ArchTest
  static final ArchRule client_depends_on_what_it_composes_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              CLIENT, CORE, CODEC, ADAPTER, ARTIFACTS, ARCHIVE, "java..", "javax.net.ssl", JSPECIFY)
          .because("it is the composition, and does nothing else");

  @ArchTest
  static final ArchRule sandbox_depends_on_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(SANDBOX)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              SANDBOX, "java..", "javax.crypto..", "com.sun.net.httpserver", JSPECIFY)
          .because("a provider that used the adapter's code would agree with all of its mistakes");

  @ArchTest
  static final ArchRule redis_depends_on_core_bucket4j_lettuce_and_the_jdk_only =
      classes()
          .that()
          .resideInAPackage(REDIS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              REDIS, CORE, "io.github.bucket4j..", "io.lettuce.core..", "java..", JSPECIFY)
          .because("a fleet may share its budget whatever adapter it uses");

  @ArchTest
  static final ArchRule kit_depends_on_core_codec_sandbox_and_test_libraries_only =
      classes()
          .that()
          .resideInAPackage(KIT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              KIT,
              CORE,
              CODEC,
              SANDBOX,
              "org.junit.jupiter..",
              "org.assertj.core..",
              "java..",
              JSPECIFY)
          .because("a contract for every adapter must not know one of them");

  @ArchTest
  static final ArchRule time_enters_as_a_parameter =
      noClasses()
          .that()
          .resideInAnyPackage(
              CORE, CODEC, HTTP, ADAPTER, ARTIFACTS, ARCHIVE, CLIENT, SANDBOX, REDIS)
          .should()
          .accessTargetWhere(
              SystemTime.isAskedFor()
                  .and(
                      not(
                          SystemTime.isAskedForAsIn(
                              Set.of(
                                  // Defaults, for callers to replace.
                                  "io.cloudcruise.jackson.ResponseMapper$Builder"
                                      + " asks java.time.Clock.systemUTC",
                                  "io.cloudcruise.core.artifact.RunArtifacts$Builder"
                                      + " asks java.time.Clock.systemUTC",
                                  "io.cloudcruise.archive.RunArchive$Builder"
                                      + " asks java.time.Clock.systemUTC",
                                  "io.cloudcruise.sandbox.SandboxBuilder"
                                      + " asks java.time.Clock.systemUTC",
                                  // The core's one way to the machine's time.
                                  SYSTEM_TIMER + " asks java.lang.System.nanoTime",
                                  SYSTEM_TIMER + " asks java.util.concurrent.TimeUnit.sleep",
                                  // Measures how long a call takes; no clock of a caller can.
                                  DEADLINE + " asks java.lang.System.nanoTime")))))
          .because("a test must be able to say what time it is, and must not have to wait");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices()
          .matching("..cloudcruise.(**)")
          .should()
          .beFreeOfCycles()
          .because("what depends on itself cannot be understood, or replaced, a piece at a time");

  private LayerRules() {}

  /** It is held by the rule on time. */
  private static DescribedPredicate<JavaClass> theMachinesTime() {
    return name(SYSTEM_TIMER).or(name(DEADLINE)).forSubtype();
  }
}
