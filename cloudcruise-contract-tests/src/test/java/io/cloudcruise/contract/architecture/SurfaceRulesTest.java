package io.cloudcruise.contract.architecture;

import static io.cloudcruise.contract.architecture.Seeded.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import seeded.cloudcruise.artifact.KnowsFeign;
import seeded.cloudcruise.client.DoesMoreThanCompose;
import seeded.cloudcruise.contract.AbstractContract;
import seeded.cloudcruise.contract.ConcreteContract;
import seeded.cloudcruise.contract.OpenAssert;
import seeded.cloudcruise.core.b.KnowsA;
import seeded.cloudcruise.core.wait.NamedByNobody;
import seeded.cloudcruise.feign.OneTooMany;
import seeded.cloudcruise.feign.ShowsItsLibraries;
import seeded.cloudcruise.http.KnowsTheCodec;
import seeded.cloudcruise.jackson.KnowsAnHttpClient;
import seeded.cloudcruise.redis.UsesTheSandbox;
import seeded.cloudcruise.sandbox.UsesTheAdapter;

class SurfaceRulesTest {
  @Test
  void aPublicTypeOfTheCoreElsewhereIsReported() {
    assertThat(
            violations(
                SurfaceRules.core_shows_its_model_its_port_and_its_use_cases_only,
                KnowsA.class,
                NamedByNobody.class))
        .singleElement()
        .asString()
        .startsWith("Class <core.b.KnowsA> does not reside in any package");
  }

  @Test
  void anotherPublicTypeOfAUseCaseIsReportedAndSoIsWhatIsMissing() {
    assertThat(
            violations(SurfaceRules.use_cases_show_exactly_what_callers_name, NamedByNobody.class))
        .contains("core.wait.NamedByNobody is public and not listed")
        .contains("RunWaiter is listed and absent")
        .hasSize(35);
  }

  @Test
  void anotherPublicTypeOfTheAdapterIsReportedAndSoIsWhatIsMissing() {
    assertThat(violations(SurfaceRules.adapter_shows_exactly_its_entry_points, OneTooMany.class))
        .containsExactlyInAnyOrder(
            "feign.OneTooMany is public and not listed",
            "ApiKey is listed and absent",
            "FeignRunResultsAdapter is listed and absent",
            "FeignRunResultsAdapter$Builder is listed and absent");
  }

  @Test
  void anotherPublicTypeOfTheCodecIsReportedAndSoIsWhatIsMissing() {
    assertThat(
            violations(SurfaceRules.codec_shows_exactly_its_entry_points, KnowsAnHttpClient.class))
        .containsExactlyInAnyOrder(
            "jackson.KnowsAnHttpClient is public and not listed",
            "ResponseMapper is listed and absent",
            "ResponseMapper$Builder is listed and absent",
            "RunResultsJson is listed and absent");
  }

  @Test
  void anotherPublicTypeOfSharedHttpIsReportedAndSoIsWhatIsMissing() {
    assertThat(
            violations(
                SurfaceRules.http_shows_exactly_what_the_adapters_share, KnowsTheCodec.class))
        .contains("http.KnowsTheCodec is public and not listed", "BaseUrl is listed and absent")
        .hasSize(6);
  }

  @Test
  void anotherPublicTypeOfArtifactsIsReportedAndSoIsWhatIsMissing() {
    assertThat(violations(SurfaceRules.artifacts_show_exactly_their_entry_points, KnowsFeign.class))
        .contains("artifact.KnowsFeign is public and not listed", "RunArchive is listed and absent")
        .hasSize(10);
  }

  @Test
  void anotherPublicTypeOfTheClientIsReportedAndSoIsWhatIsMissing() {
    assertThat(
            violations(SurfaceRules.client_shows_exactly_where_to_start, DoesMoreThanCompose.class))
        .containsExactlyInAnyOrder(
            "client.DoesMoreThanCompose is public and not listed",
            "CloudCruise is listed and absent",
            "CloudCruise$Builder is listed and absent");
  }

  @Test
  void anotherPublicTypeOfTheSandboxIsReportedAndSoIsWhatIsMissing() {
    assertThat(violations(SurfaceRules.sandbox_shows_exactly_its_controls, UsesTheAdapter.class))
        .containsExactlyInAnyOrder(
            "sandbox.UsesTheAdapter is public and not listed",
            "RateLimit is listed and absent",
            "RecordedRequest is listed and absent",
            "Sandbox is listed and absent",
            "SandboxBuilder is listed and absent",
            "Scenario is listed and absent");
  }

  @Test
  void anotherPublicTypeOfTheSharedBudgetIsReportedAndSoIsWhatIsMissing() {
    assertThat(violations(SurfaceRules.redis_shows_exactly_its_budget, UsesTheSandbox.class))
        .containsExactlyInAnyOrder(
            "redis.UsesTheSandbox is public and not listed",
            "RedisRateLimiter is listed and absent",
            "RedisRateLimiter$Builder is listed and absent");
  }

  @Test
  void anotherPublicTypeOfTheKitIsReportedAndSoIsWhatIsMissing() {
    assertThat(violations(SurfaceRules.kit_shows_exactly_what_tests_use, OpenAssert.class))
        .contains("contract.OpenAssert is public and not listed", "TestRuns is listed and absent")
        .hasSize(13);
  }

  @Test
  void openPublicClassesAreReported() {
    assertThat(
            violations(
                SurfaceRules.public_classes_are_closed,
                OneTooMany.class,
                OpenAssert.class,
                ConcreteContract.class,
                AbstractContract.class,
                KnowsA.class))
        .containsExactlyInAnyOrder(
            "feign.OneTooMany is neither final nor sealed",
            "contract.OpenAssert is neither final nor sealed",
            "contract.ConcreteContract is neither final nor sealed");
  }

  @Test
  void aForeignTypeIsReportedWhereverItShows() {
    assertThat(
            violations(
                SurfaceRules.public_types_show_no_feign_and_no_jackson,
                ShowsItsLibraries.class,
                OneTooMany.class))
        .containsExactlyInAnyOrder(
            "feign.ShowsItsLibraries shows feign.Retryer",
            "feign.ShowsItsLibraries shows com.fasterxml.jackson.databind.JsonNode",
            "feign.ShowsItsLibraries.field shows feign.Logger",
            "feign.ShowsItsLibraries.<init>(feign.Logger) shows feign.Logger",
            "feign.ShowsItsLibraries.result() shows feign.Request",
            "feign.ShowsItsLibraries.argument(java.util.Optional)"
                + " shows com.fasterxml.jackson.core.JsonToken",
            "feign.ShowsItsLibraries.bounded() shows feign.Contract",
            "feign.ShowsItsLibraries.thrown()"
                + " shows com.fasterxml.jackson.core.JsonProcessingException",
            "feign.ShowsItsLibraries.annotated()"
                + " shows com.fasterxml.jackson.annotation.JsonIgnore",
            "feign.ShowsItsLibraries$Far shows feign.RequestInterceptor");
  }
}
