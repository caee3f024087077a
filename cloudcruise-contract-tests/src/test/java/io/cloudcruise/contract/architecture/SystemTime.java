package io.cloudcruise.contract.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Set;

/** The doors through which a program learns the machine's time, or waits for it to pass. */
final class SystemTime {
  private static final Set<String> DOORS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Thread.sleep",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.util.Calendar.getInstance",
          "java.util.Date.<init>",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.util.concurrent.locks.LockSupport.parkUntil");

  private SystemTime() {}

  static DescribedPredicate<JavaAccess<?>> isAskedFor() {
    return describe("it is the system's time", SystemTime::isDoor);
  }

  /** {@return whether a class uses one door, as in {@code "a.B asks java.lang.System.nanoTime"}} */
  static DescribedPredicate<JavaAccess<?>> isAskedForAsIn(Set<String> sentences) {
    return describe(
        "it is one of " + sentences,
        access -> sentences.contains(access.getOriginOwner().getName() + " asks " + door(access)));
  }

  private static boolean isDoor(JavaAccess<?> access) {
    return DOORS.contains(door(access)) || isNowWithoutAClock(access);
  }

  private static boolean isNowWithoutAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getName().equals("now")
        && target.getOwner().getPackageName().startsWith("java.time")
        && target.getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static String door(JavaAccess<?> access) {
    return access.getTarget().getOwner().getName() + "." + access.getTarget().getName();
  }
}
