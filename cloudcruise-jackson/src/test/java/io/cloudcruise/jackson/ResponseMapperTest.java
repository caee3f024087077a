package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.RUN;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UsageLimitExceededException;
import io.cloudcruise.core.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseMapperTest {
  private static final SessionId ID = new SessionId(RUN);
  private static final byte[] RESULTS = utf8(response("\"data\":1"));
  private static final ResponseMapper MAPPER = ResponseMapper.builder().build();

  /** A body that must not be read, or cannot be. */
  private static final InputStream UNREADABLE =
      new InputStream() {
        @Override
        public int read() {
          throw new UncheckedIOException(new IOException("canary"));
        }

        @Override
        public int read(byte[] into, int from, int length) {
          return read();
        }
      };

  private static Deadline later() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  private static Optional<RunResults> map(int status, Map<String, String> headers, byte[] body) {
    return map(MAPPER, status, headers, body);
  }

  private static Optional<RunResults> map(
      ResponseMapper mapper, int status, Map<String, String> headers, byte[] body) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return mapper.map(ID, status, name -> Optional.ofNullable(anyCase.get(name)), body, later());
  }

  private static Optional<RunResults> mapStream(int status, InputStream body) throws IOException {
    return MAPPER.map(ID, status, name -> Optional.empty(), body, later());
  }

  @Test
  void aSuccessIsTheResultsFromBytesAndFromAStream() throws IOException {
    assertThat(map(200, Map.of(), RESULTS)).isPresent();
    assertThat(mapStream(200, new ByteArrayInputStream(RESULTS)))
        .isEqualTo(map(200, Map.of(), RESULTS));
  }

  @Test
  void notFoundIsAbsenceAndItsBodyIsNotRead() throws IOException {
    assertThat(map(404, Map.of(), utf8("{}"))).isEmpty();
    assertThat(mapStream(404, UNREADABLE)).isEmpty();
  }

  @Test
  void theStatusOfAnErrorDecidesWhateverBecomesOfItsBody() {
    assertThatThrownBy(() -> mapStream(402, UNREADABLE))
        .isInstanceOf(UsageLimitExceededException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> mapStream(401, UNREADABLE)).isInstanceOf(AccessDeniedException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, io.cloudcruise.core.port.InvalidRequestException",
    "401, io.cloudcruise.core.port.AccessDeniedException",
    "403, io.cloudcruise.core.port.AccessDeniedException",
    "421, io.cloudcruise.core.port.UnavailableException",
    "425, io.cloudcruise.core.port.UnavailableException",
    "408, io.cloudcruise.core.port.UnavailableException",
    "422, io.cloudcruise.core.port.InvalidRequestException",
    "429, io.cloudcruise.core.port.RateLimitedException",
    "503, io.cloudcruise.core.port.UnavailableException",
    "204, io.cloudcruise.core.port.ContractViolationException",
    "302, io.cloudcruise.core.port.ContractViolationException",
    "600, io.cloudcruise.core.port.ContractViolationException",
  })
  void anyOtherStatusIsItsException(int status, Class<? extends Throwable> type) {
    assertThatThrownBy(() -> map(status, Map.of(), new byte[0])).isExactlyInstanceOf(type);
  }

  @Test
  void theBodyOfAUsedUpLimitGivesReasonAndHours() {
    byte[] body = utf8("{\"reason\":\"NO_PAYMENT_METHOD\",\"currentUsage\":7.5,\"limit\":5}");

    UsageLimitExceededException exceeded =
        catchThrowableOfType(UsageLimitExceededException.class, () -> map(402, Map.of(), body));

    assertThat(exceeded.reason()).contains("NO_PAYMENT_METHOD");
    assertThat(exceeded.limit()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"30 | PT30S", "1.5 | PT1.5S", "Thu, 01 Jan 2026 00:00:20 GMT | PT20S"})
  void retryAfterIsSecondsDecimalsOrADate(String header, Duration wait) {
    Clock newYear = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    ResponseMapper mapper = ResponseMapper.builder().clock(newYear).build();
    Map<String, String> headers = Map.of("retry-after", header);

    assertThat(
            catchThrowableOfType(
                    RateLimitedException.class, () -> map(mapper, 429, headers, new byte[0]))
                .retryAfter())
        .contains(wait);
    assertThat(
            catchThrowableOfType(
                    UnavailableException.class, () -> map(mapper, 503, headers, new byte[0]))
                .retryAfter())
        .contains(wait);
  }

  @Test
  void aBodyInGzipIsInflatedUpToTheCeiling() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(RESULTS);
    }
    Map<String, String> headers = Map.of("Content-Encoding", "gzip");
    ResponseMapper small = ResponseMapper.builder().maxResponseBytes(RESULTS.length - 1).build();

    assertThat(map(200, headers, zipped.toByteArray())).isPresent();
    assertThatThrownBy(() -> map(small, 200, headers, zipped.toByteArray()))
        .isInstanceOf(ContractViolationException.class);
    assertThatThrownBy(() -> map(small, 200, Map.of(), RESULTS))
        .isInstanceOf(ContractViolationException.class);
  }

  @Test
  void decodingEndsAtTheDeadline() {
    assertThatThrownBy(
            () ->
                MAPPER.map(ID, 200, name -> Optional.empty(), RESULTS, Deadline.in(Duration.ZERO)))
        .isInstanceOf(DeadlineExceededException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 429})
  void theRateLimitIsHeardWhateverTheStatus(int status) {
    List<RateLimitSnapshot> heard = new ArrayList<>();
    ResponseMapper mapper = ResponseMapper.builder().rateLimitListener(heard::add).build();
    Map<String, String> headers =
        Map.of("X-RateLimit-Limit", "500", "x-ratelimit-remaining", "7", "X-RateLimit-Reset", "3");

    try {
      map(mapper, status, headers, RESULTS);
    } catch (RateLimitedException expected) {
      assertThat(status).isEqualTo(429);
    }

    assertThat(heard).containsExactly(RateLimitSnapshot.of(500, 7, Duration.ofSeconds(3)));
  }

  @Test
  void anotherRunIsAViolation() {
    byte[] another = utf8("{\"session_id\":\"another\",\"status\":\"execution.success\"}");

    assertThatThrownBy(() -> map(200, Map.of(), another))
        .isInstanceOf(ContractViolationException.class)
        .hasMessageContaining("/session_id");
  }

  @Test
  void aRequestThatIsNotAcceptedNamesTheRunOnly() {
    assertThatThrownBy(() -> map(400, Map.of(), utf8("{\"message\":\"canary\"}")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(RUN)
        .hasMessageNotContaining("canary");
  }
}
