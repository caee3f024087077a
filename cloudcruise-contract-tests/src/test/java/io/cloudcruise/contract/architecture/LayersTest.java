package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class LayersTest {
  @Test
  void eachOfOurLayersHasClasses() {
    JavaClasses main =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.cloudcruise");

    assertThat(Layers.OURS).allMatch(layer -> !main.that(resideInAPackage(layer)).isEmpty());
  }
}
