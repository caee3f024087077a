package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What other code can name, and what it gets to see there. */
final class PublicSurface {
  private PublicSurface() {}

  static DescribedPredicate<JavaClass> areVisible() {
    return describe("are public, as is all around them", PublicSurface::isVisible);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.getEnclosingClass().map(PublicSurface::isVisible).orElse(true);
  }

  /** Holds for the types of these names, without the package, if none of them is missing. */
  static ArchCondition<JavaClass> beExactly(String... names) {
    Set<String> missing = new TreeSet<>();
    return new ArchCondition<>("be exactly " + List.of(names)) {
      @Override
      public void init(Collection<JavaClass> all) {
        missing.clear();
        missing.addAll(List.of(names));
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String message = type.getName() + " is public and not listed";
        events.add(new SimpleConditionEvent(type, missing.remove(nameInPackage(type)), message));
      }

      @Override
      public void finish(ConditionEvents events) {
        missing.forEach(
            name ->
                events.add(SimpleConditionEvent.violated(name, name + " is listed and absent")));
      }
    };
  }

  private static String nameInPackage(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1);
  }

  static ArchCondition<JavaClass> beFinalOrSealed() {
    return new ArchCondition<>("be final or sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean closed = type.getModifiers().contains(FINAL) || type.reflect().isSealed();
        events.add(
            new SimpleConditionEvent(
                type, closed, type.getName() + " is neither final nor sealed"));
      }
    };
  }

  /** Holds for types that neither are nor mention any type of these packages. */
  static ArchCondition<JavaClass> showNothingOf(Set<String> exceptFor, String... packages) {
    DescribedPredicate<JavaClass> foreign = resideInAnyPackage(packages);
    return new ArchCondition<>(
        "show nothing of " + List.of(packages) + ", except for " + exceptFor) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        shownBy(type, foreign)
            .filter(message -> !exceptFor.contains(message))
            .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
      }
    };
  }

  private static Stream<String> shownBy(JavaClass type, DescribedPredicate<JavaClass> foreign) {
    Stream<String> byMembers =
        type.getAllMembers().stream()
            .filter(member -> isVisible(member) && !foreign.test(member.getOwner()))
            .flatMap(member -> messages(member.getFullName(), inMember(member).filter(foreign)));
    return Stream.concat(messages(type.getName(), inHeader(type).filter(foreign)), byMembers);
  }

  private static Stream<String> messages(String place, Stream<JavaClass> shown) {
    return shown.map(type -> place + " shows " + type.getName()).distinct();
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
  }

  /** Supertypes, near and far, with their arguments; type parameters with their bounds. */
  private static Stream<JavaClass> inHeader(JavaClass type) {
    Stream<JavaType> generic =
        Stream.of(type.getSuperclass().stream(), type.getInterfaces().stream(), parameters(type))
            .flatMap(types -> types);
    return Stream.of(
            generic.flatMap(PublicSurface::rawTypes),
            type.getAllRawSuperclasses().stream(),
            type.getAllRawInterfaces().stream(),
            type.getAnnotations().stream().map(JavaAnnotation::getRawType))
        .flatMap(types -> types);
  }

  private static Stream<? extends JavaType> parameters(JavaClass type) {
    return type.getTypeParameters().stream();
  }

  /** Results, parameters and fields with their arguments; bounds, annotations, what is thrown. */
  private static Stream<JavaClass> inMember(JavaMember member) {
    Stream<JavaClass> any =
        Stream.concat(
            member.getAllInvolvedRawTypes().stream(),
            member.getAnnotations().stream().map(JavaAnnotation::getRawType));
    if (member instanceof JavaCodeUnit codeUnit) {
      return Stream.of(
              any,
              codeUnit.getExceptionTypes().stream(),
              codeUnit.getTypeParameters().stream().flatMap(PublicSurface::rawTypes))
          .flatMap(types -> types);
    }
    return any;
  }

  private static Stream<JavaClass> rawTypes(JavaType type) {
    return type.getAllInvolvedRawTypes().stream();
  }
}
