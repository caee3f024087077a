package io.cloudcruise.core.model;

import static io.cloudcruise.rigs.FuzzChecks.require;
import static io.cloudcruise.rigs.FuzzChecks.requireOneLine;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads whatever texts come as timestamps and as ends of signed URLs. */
class TimestampFuzzTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  static Stream<byte[]> texts() {
    return Stream.of(
            "2024-01-01T00:00:00.123456+00:00",
            "2025-06-04T20:45:11.669Z",
            "2026-02-15T10:00:00Z",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "now")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Timeout(30)
  @DictionaryEntries({"+00:00", "-18:00", "24:00:00", "-02-29T", ":60Z", "\\xE2\\x80\\xA8"})
  @MethodSource("texts")
  @FuzzTest
  void anyTextIsAnInstantOrNone(byte[] utf8) {
    Timestamp timestamp = new Timestamp(new String(utf8, StandardCharsets.UTF_8));

    Optional<Instant> instant = timestamp.instant();

    if (instant.isPresent() && !instant.get().isBefore(FIRST) && !instant.get().isAfter(LAST)) {
      require(new Timestamp(instant.get().toString()).instant().equals(instant), "read otherwise");
    }
    SignedUrl url = new SignedUrl("https://files.example/a", Optional.of(timestamp));
    require(url.timeLeft(NOON).isPresent() == instant.isPresent(), "an end that is none");
    boolean over = instant.filter(end -> !end.isAfter(NOON.instant())).isPresent();
    require(url.isExpired(NOON) == over, "expired at another time");
    requireOneLine(timestamp);
  }
}
