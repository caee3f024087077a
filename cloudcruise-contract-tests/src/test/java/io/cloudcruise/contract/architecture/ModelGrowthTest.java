package io.cloudcruise.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A later release may add a component to what mirrors the platform, and may remove none. */
class ModelGrowthTest {
  private static final Sources CORE = Sources.of("cloudcruise-core");
  private static final String MODEL = "io/cloudcruise/core/model/";
  private static final String PORT = "io/cloudcruise/core/port/";

  @TempDir static Path directory;
  private static Path released;

  static List<ModelPatch> types() {
    return List.of(
        new ModelPatch(MODEL + "RunResults.java", "RunResults", "retries"),
        new ModelPatch(MODEL + "RunError.java", "RunError", "prompt"),
        new ModelPatch(MODEL + "Screenshot.java", "Screenshot", "fullLength"),
        new ModelPatch(MODEL + "Recording.java", "Recording", "session"),
        new ModelPatch(MODEL + "RunFile.java", "RunFile", "metadata"),
        new ModelPatch(MODEL + "VaultEntry.java", "VaultEntry", "label"),
        new ModelPatch(MODEL + "Classification.java", "Classification", "description"),
        new ModelPatch(MODEL + "RunOutcome.java", "Succeeded", "output"),
        new ModelPatch(MODEL + "RunOutcome.java", "Failed", "errors"),
        new ModelPatch(MODEL + "RunOutcome.java", "Stopped", "partialOutput"),
        new ModelPatch(MODEL + "RunOutcome.java", "Unfinished", "status"),
        new ModelPatch(PORT + "ArtifactHead.java", "ArtifactHead", "mediaType"),
        new ModelPatch(PORT + "ArtifactRequest.java", "ArtifactRequest", "maxBytes"));
  }

  @BeforeAll
  static void compileCoreAsItIs() throws IOException {
    released =
        ApiVersions.compiled(
            CORE.files().stream().filter(ModelGrowthTest::isNoModule).toList(),
            directory.resolve("released"),
            ApiVersions.annotations());
  }

  private static boolean isNoModule(Path file) {
    return !file.endsWith("module-info.java");
  }

  @Test
  void aComponentMoreInEachTypeBreaksNobody() throws IOException {
    Map<String, String> grown = new HashMap<>();
    for (ModelPatch type : types()) {
      grown.put(type.file(), type.grown(source(type, grown)));
    }

    Path later =
        ApiVersions.compiled(patched(grown), directory.resolve("grown"), ApiVersions.annotations());

    assertThat(ApiVersions.incompatibility(released, later, ApiVersions.annotations())).isEmpty();
  }

  /** Only the type's own file is compiled and compared, which is what makes it quick. */
  @ParameterizedTest
  @MethodSource("types")
  void aComponentLessIsReported(ModelPatch type) throws IOException {
    Path home = directory.resolve("less-" + type.type());
    List<Path> classPath = new ArrayList<>(ApiVersions.annotations());
    classPath.add(released);
    Path before = compiledAlone(type, source(type, Map.of()), home.resolve("before"), classPath);
    Path after =
        compiledAlone(type, type.shrunk(source(type, Map.of())), home.resolve("after"), classPath);

    assertThat(ApiVersions.incompatibility(before, before, classPath)).isEmpty();
    assertThat(ApiVersions.incompatibility(before, after, classPath))
        .hasValueSatisfying(
            report -> assertThat(report).contains(type.type()).contains(type.component() + "("));
  }

  private static String source(ModelPatch type, Map<String, String> patched) throws IOException {
    String already = patched.get(type.file());
    return already == null ? Files.readString(CORE.root().resolve(type.file())) : already;
  }

  private static List<Path> patched(Map<String, String> sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : CORE.files().stream().filter(ModelGrowthTest::isNoModule).toList()) {
      String source = sources.get(CORE.nameOf(file));
      files.add(source == null ? file : written(directory.resolve("sources"), file, source));
    }
    return files;
  }

  private static Path written(Path root, Path file, String source) throws IOException {
    Path copy = root.resolve(CORE.nameOf(file));
    Files.createDirectories(copy.getParent());
    return Files.writeString(copy, source);
  }

  private static Path compiledAlone(ModelPatch type, String source, Path home, List<Path> classPath)
      throws IOException {
    Path file = written(home.resolve("sources"), CORE.root().resolve(type.file()), source);
    return ApiVersions.compiled(List.of(file), home.resolve("classes"), classPath);
  }
}
