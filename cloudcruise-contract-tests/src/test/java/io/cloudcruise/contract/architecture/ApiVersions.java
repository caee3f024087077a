package io.cloudcruise.contract.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import japicmp.cli.JApiCli;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.exception.JApiCmpException;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import japicmp.output.incompatible.IncompatibleErrorOutput;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles versions of sources, and compares them as the build compares releases. */
final class ApiVersions {
  private static final Path PARENT = Path.of("..", "pom.xml");

  private ApiVersions() {}

  /** Compiles sources without their module, whose rules are not what is compared. */
  static Path compiled(List<Path> sources, Path classes, List<Path> classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Files.createDirectories(classes);
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", joined(classPath));
      boolean done =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(done).as("compiles").isTrue();
    }
    return classes;
  }

  /** {@return what the build would refuse in the new version; empty if nothing} */
  static Optional<String> incompatibility(Path oldClasses, Path newClasses, List<Path> classPath)
      throws IOException {
    Options options = options(joined(classPath));
    JarArchiveComparator comparator =
        new JarArchiveComparator(JarArchiveComparatorOptions.of(options));
    List<JApiClass> compared =
        comparator.compare(archive(oldClasses, "1"), archive(newClasses, "2"));
    assertThat(compared).as("compared").isNotEmpty();
    try {
      new IncompatibleErrorOutput(options, compared, comparator).generate();
      return Optional.empty();
    } catch (JApiCmpException incompatible) {
      assertThat(incompatible.getReason()).isEqualTo(JApiCmpException.Reason.IncompatibleChange);
      return Optional.of(String.valueOf(incompatible.getMessage()));
    }
  }

  static List<Path> annotations() {
    return List.of(
        Path.of(NullMarked.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
  }

  private static Options options(String classPath) throws IOException {
    String build = Files.readString(PARENT);
    Options options = Options.newDefault();
    options.setAccessModifier(AccessModifier.PROTECTED);
    options.setErrorOnBinaryIncompatibility(
        build.contains(yes("breakBuildOnBinaryIncompatibleModifications")));
    options.setErrorOnSourceIncompatibility(
        build.contains(yes("breakBuildOnSourceIncompatibleModifications")));
    options.setOldClassPath(Optional.of(classPath));
    options.setNewClassPath(Optional.of(classPath));
    options.setClassPathMode(JApiCli.ClassPathMode.TWO_SEPARATE_CLASSPATHS);
    return options;
  }

  private static String yes(String parameter) {
    return "<" + parameter + ">true</" + parameter + ">";
  }

  private static JApiCmpArchive archive(Path classes, String version) throws IOException {
    Path jar = classes.resolveSibling(classes.getFileName() + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
    return new JApiCmpArchive(jar.toFile(), version);
  }

  private static String joined(List<Path> classPath) {
    return String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
  }
}
