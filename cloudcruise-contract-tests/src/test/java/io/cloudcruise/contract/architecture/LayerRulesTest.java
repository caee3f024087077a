package io.cloudcruise.contract.architecture;

import static io.cloudcruise.contract.architecture.Seeded.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seeded.cloudcruise.artifact.KnowsFeign;
import seeded.cloudcruise.client.DoesMoreThanCompose;
import seeded.cloudcruise.contract.KnowsTheAdapter;
import seeded.cloudcruise.contract.OpenAssert;
import seeded.cloudcruise.core.a.KnowsAKey;
import seeded.cloudcruise.core.a.KnowsB;
import seeded.cloudcruise.core.a.OpensDoors;
import seeded.cloudcruise.core.a.PrintsAStackTrace;
import seeded.cloudcruise.core.a.ReadsTheClock;
import seeded.cloudcruise.core.a.UsesFeign;
import seeded.cloudcruise.core.b.KnowsA;
import seeded.cloudcruise.core.credential.EncryptsToAFile;
import seeded.cloudcruise.core.model.StartsAThread;
import seeded.cloudcruise.feign.KnowsTheSandbox;
import seeded.cloudcruise.feign.OneTooMany;
import seeded.cloudcruise.http.KnowsTheCodec;
import seeded.cloudcruise.jackson.KnowsAnHttpClient;
import seeded.cloudcruise.redis.UsesTheSandbox;
import seeded.cloudcruise.sandbox.UsesTheAdapter;

class LayerRulesTest {
  @Test
  void aForbiddenDependencyOfTheCoreIsReported() {
    assertThat(
            violations(
                LayerRules.core_depends_on_values_of_the_jdk_and_jspecify_only,
                UsesFeign.class,
                OpensDoors.class,
                PrintsAStackTrace.class))
        .containsExactlyInAnyOrder(
            "Method <core.a.UsesFeign.timesUsed(feign.Client)> has parameter of type <feign.Client>",
            "Method <core.a.OpensDoors.file(java.nio.file.Path)>"
                + " has parameter of type <java.nio.file.Path>",
            "Method <core.a.OpensDoors.file(java.nio.file.Path)>"
                + " has return type <java.nio.file.Path>",
            "Method <core.a.OpensDoors.log(java.lang.System$Logger)>"
                + " has parameter of type <java.lang.System$Logger>",
            "Method <core.a.OpensDoors.log(java.lang.System$Logger)>"
                + " has return type <java.lang.System$Logger>",
            "Method <core.a.OpensDoors.process(java.lang.Runtime)>"
                + " calls method <java.lang.Runtime.exec([Ljava.lang.String;)>",
            "Method <core.a.OpensDoors.process(java.lang.Runtime)>"
                + " has parameter of type <java.lang.Runtime>",
            "Method <core.a.OpensDoors.process(java.lang.Runtime)>"
                + " has return type <java.lang.Process>",
            "Method <core.a.OpensDoors.process(java.lang.Runtime)>"
                + " throws type <java.io.IOException>");
  }

  @Test
  void cryptographyElsewhereInTheCoreIsReported() {
    assertThat(
            violations(
                LayerRules.core_depends_on_values_of_the_jdk_and_jspecify_only,
                KnowsAKey.class,
                EncryptsToAFile.class))
        .containsExactlyInAnyOrder(
            "Method <core.a.KnowsAKey.key(javax.crypto.SecretKey)>"
                + " has parameter of type <javax.crypto.SecretKey>",
            "Method <core.a.KnowsAKey.key(javax.crypto.SecretKey)>"
                + " has return type <javax.crypto.SecretKey>");
  }

  @Test
  void moreThanCryptographyWhereCredentialsAreIsReported() {
    assertThat(
            violations(
                LayerRules.credentials_depend_on_what_the_core_may_use_and_the_jdks_cryptography,
                EncryptsToAFile.class))
        .containsExactly(
            "Method <core.credential.EncryptsToAFile.encrypt(javax.crypto.SecretKey,"
                + " java.security.SecureRandom, java.nio.file.Path)>"
                + " has parameter of type <java.nio.file.Path>");
  }

  @Test
  void aForbiddenDependencyOfTheSharedRateLimiterIsReported() {
    assertThat(
            violations(
                LayerRules.redis_depends_on_core_bucket4j_lettuce_and_the_jdk_only,
                UsesTheSandbox.class))
        .containsExactlyInAnyOrder(
            "Method <redis.UsesTheSandbox.stop(io.cloudcruise.sandbox.Sandbox)>"
                + " has parameter of type <io.cloudcruise.sandbox.Sandbox>",
            "Method <redis.UsesTheSandbox.stop(io.cloudcruise.sandbox.Sandbox)>"
                + " calls method <io.cloudcruise.sandbox.Sandbox.close()>");
  }

  @Test
  void aThreadAmongValuesIsReported() {
    assertThat(violations(LayerRules.values_know_no_threads, StartsAThread.class, KnowsB.class))
        .containsExactlyInAnyOrder(
            "Method <core.model.StartsAThread.start(java.util.concurrent.Executor,"
                + " java.lang.Runnable)> has parameter of type <java.util.concurrent.Executor>",
            "Method <core.model.StartsAThread.start(java.util.concurrent.Executor,"
                + " java.lang.Runnable)> calls method"
                + " <java.util.concurrent.Executor.execute(java.lang.Runnable)>");
  }

  @Test
  void aStackTraceThatTheCorePrintsIsReported() {
    assertThat(
            violations(
                LayerRules.core_prints_no_stack_traces, PrintsAStackTrace.class, UsesFeign.class))
        .containsExactly(
            "Method <core.a.PrintsAStackTrace.print(java.lang.RuntimeException)>"
                + " calls method <java.lang.RuntimeException.printStackTrace()>");
  }

  @Test
  void aForbiddenDependencyOfTheAdapterIsReported() {
    assertThat(
            violations(
                LayerRules.adapter_depends_on_core_codec_http_feign_and_the_jdk_only,
                OneTooMany.class,
                KnowsTheSandbox.class))
        .containsExactlyInAnyOrder(
            "Method <feign.OneTooMany.name(org.junit.jupiter.api.TestInfo)>"
                + " has parameter of type <org.junit.jupiter.api.TestInfo>",
            "Method <feign.OneTooMany.name(org.junit.jupiter.api.TestInfo)>"
                + " calls method <org.junit.jupiter.api.TestInfo.getDisplayName()>",
            "Method <feign.KnowsTheSandbox.stop(io.cloudcruise.sandbox.Sandbox)>"
                + " has parameter of type <io.cloudcruise.sandbox.Sandbox>",
            "Method <feign.KnowsTheSandbox.stop(io.cloudcruise.sandbox.Sandbox)>"
                + " calls method <io.cloudcruise.sandbox.Sandbox.close()>");
  }

  @Test
  void aCodecThatKnowsAnHttpClientIsReported() {
    assertThat(
            violations(
                LayerRules.codec_depends_on_core_jackson_and_the_jdk_only, KnowsAnHttpClient.class))
        .containsExactly(
            "Method <jackson.KnowsAnHttpClient.of(feign.Client, java.net.http.HttpClient)>"
                + " has parameter of type <feign.Client>");
    assertThat(violations(LayerRules.codec_knows_no_http_client, KnowsAnHttpClient.class))
        .containsExactly(
            "Method <jackson.KnowsAnHttpClient.of(feign.Client, java.net.http.HttpClient)>"
                + " has parameter of type <java.net.http.HttpClient>");
  }

  @Test
  void sharedHttpThatKnowsTheCodecIsReported() {
    assertThat(violations(LayerRules.http_depends_on_core_and_the_jdk_only, KnowsTheCodec.class))
        .containsExactly(
            "Method <http.KnowsTheCodec.of(io.cloudcruise.jackson.RunResultsJson)>"
                + " has parameter of type <io.cloudcruise.jackson.RunResultsJson>");
  }

  @Test
  void artifactsThatKnowFeignAreReported() {
    assertThat(
            violations(
                LayerRules.artifacts_depend_on_core_codec_http_jackson_and_the_jdk_only,
                KnowsFeign.class))
        .containsExactly(
            "Method <artifact.KnowsFeign.of(io.cloudcruise.feign.ApiKey)>"
                + " has parameter of type <io.cloudcruise.feign.ApiKey>");
  }

  @Test
  void aClientThatKnowsTheSandboxIsReported() {
    assertThat(
            violations(
                LayerRules.client_depends_on_what_it_composes_and_the_jdk_only,
                DoesMoreThanCompose.class))
        .containsExactly(
            "Method <client.DoesMoreThanCompose.of(io.cloudcruise.sandbox.Sandbox)>"
                + " has parameter of type <io.cloudcruise.sandbox.Sandbox>");
  }

  @Test
  void aSandboxThatUsesTheAdapterIsReported() {
    assertThat(violations(LayerRules.sandbox_depends_on_the_jdk_only, UsesTheAdapter.class))
        .containsExactlyInAnyOrder(
            "Field <sandbox.UsesTheAdapter.key> has type <io.cloudcruise.feign.ApiKey>",
            "Constructor <sandbox.UsesTheAdapter.<init>()>"
                + " calls method <io.cloudcruise.feign.ApiKey.of(java.lang.String)>");
  }

  @Test
  void aKitThatUsesAnAdapterIsReported() {
    assertThat(
            violations(
                LayerRules.kit_depends_on_core_codec_sandbox_and_test_libraries_only,
                KnowsTheAdapter.class,
                OpenAssert.class))
        .containsExactlyInAnyOrder(
            "Method <contract.KnowsTheAdapter.stop(io.cloudcruise.feign.FeignRunResultsAdapter)>"
                + " has parameter of type <io.cloudcruise.feign.FeignRunResultsAdapter>",
            "Method <contract.KnowsTheAdapter.stop(io.cloudcruise.feign.FeignRunResultsAdapter)>"
                + " calls method <io.cloudcruise.feign.FeignRunResultsAdapter.close()>");
  }

  @Test
  void eachWayToAskForTheTimeOrToWaitIsReported() {
    assertThat(
            violations(LayerRules.time_enters_as_a_parameter, ReadsTheClock.class, UsesFeign.class))
        .containsExactlyInAnyOrder(
            "Static Initializer <core.a.ReadsTheClock.<clinit>()>"
                + " references method <java.time.Instant.now()>",
            "Method <core.a.ReadsTheClock.now()> calls method <java.time.Instant.now()>",
            "Method <core.a.ReadsTheClock.ticking()> calls method <java.time.Clock.systemUTC()>",
            "Method <core.a.ReadsTheClock.nanos()> calls method <java.lang.System.nanoTime()>",
            "Method <core.a.ReadsTheClock.sleep()> calls method <java.lang.Thread.sleep(long)>");
  }

  @Test
  void aCycleIsReported() {
    assertThat(
            violations(
                LayerRules.packages_are_free_of_cycles,
                KnowsA.class,
                KnowsB.class,
                UsesTheAdapter.class))
        .containsExactly(
            "Cycle detected: Slice core.a -> Slice core.b -> Slice core.a"
                + " 1. Dependencies of Slice core.a"
                + " - Field <core.a.KnowsB.other> has type <core.b.KnowsA>"
                + " - Constructor <core.a.KnowsB.<init>()>"
                + " calls constructor <core.b.KnowsA.<init>(core.a.KnowsB)>"
                + " 2. Dependencies of Slice core.b"
                + " - Constructor <core.b.KnowsA.<init>(core.a.KnowsB)>"
                + " has parameter of type <core.a.KnowsB>"
                + " - Field <core.b.KnowsA.other> has type <core.a.KnowsB>");
  }
}
