package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;

/** Code that breaks rules. A rule that cannot fail is worse than none. */
final class Seeded {
  private static final JavaClasses ALL =
      new ClassFileImporter().importPackages("seeded.cloudcruise");

  private Seeded() {}

  /**
   * {@return all that a rule reports of these classes, without line numbers and the seeds' root}
   */
  static List<String> violations(ArchRule rule, Class<?>... seeds) {
    JavaClasses classes = ALL.that(belongToAnyOf(seeds));
    return rule.evaluate(classes).getFailureReport().getDetails().stream()
        .map(Seeded::shortened)
        .toList();
  }

  private static String shortened(String detail) {
    return detail
        .replace("seeded.cloudcruise.", "")
        .replaceAll(" in \\(\\w+\\.java:\\d+\\)", "")
        .replaceAll("\\s+", " ");
  }

  static Sources sources(String directory) {
    return Sources.below(Path.of("src/test/java/seeded/cloudcruise/sources", directory));
  }
}
