package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FeignRunResultsAdapterCompressionTest {
  private static final byte[] JSON = TestRun.JSON.getBytes(StandardCharsets.UTF_8);

  private static RawResponse coded(String coding, byte[] body) {
    return RawResponse.status(200).header("Content-Encoding", coding).body(body);
  }

  private static void isRead(RawResponse response) {
    try (var server = HostileServer.responding(response);
        var adapter = adapterTo(server)) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "GZIP", "GZip", "x-gzip", "gzip, identity", "identity ,gzip", ",gzip"})
  void gzipIsReadUnderEachOfItsNames(String coding) {
    isRead(coded(coding, RawResponse.gzip(JSON)));
  }

  @Test
  void gzipInSeveralMembersIsRead() {
    byte[] half = RawResponse.gzip(Arrays.copyOf(JSON, 20));
    byte[] rest = RawResponse.gzip(Arrays.copyOfRange(JSON, 20, JSON.length));

    isRead(coded("gzip", join(half, rest)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "", ",", "identity, identity"})
  void identityAndNothingAreNoCoding(String coding) {
    isRead(coded(coding, JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "compress", "gzip, gzip", "x"})
  void otherCodingsAreViolations(String coding) {
    ContractViolationException violation =
        failure(ContractViolationException.class, coded(coding, JSON));

    assertThat(violation.found()).isEqualTo("another content coding");
    assertThat(violation.httpStatus()).hasValue(200);
  }

  @Test
  void aBodyThatIsNotGzipIsAContractViolation() {
    ContractViolationException violation =
        failure(ContractViolationException.class, coded("gzip", JSON));

    assertThat(violation.expected()).isEqualTo("a body in gzip");
  }

  @Test
  void gzipThatIsCutOffIsAViolation() {
    byte[] gzip = RawResponse.gzip(JSON);

    ContractViolationException violation =
        failure(
            ContractViolationException.class, coded("gzip", Arrays.copyOf(gzip, gzip.length - 9)));

    assertThat(violation.expected()).isEqualTo("a body in gzip");
  }

  @Test
  void gzipWithAWrongChecksumIsAViolation() {
    byte[] gzip = RawResponse.gzip(JSON);
    gzip[gzip.length - 8] ^= 1;

    ContractViolationException violation =
        failure(ContractViolationException.class, coded("gzip", gzip));

    assertThat(violation.expected()).isEqualTo("a body in gzip");
  }

  /** As the JDK and the common browsers do. */
  @Test
  void garbageAfterGzipIsIgnored() {
    isRead(coded("gzip", join(RawResponse.gzip(JSON), new byte[] {1, 2, 3})));
  }

  @Test
  void gzipThatNobodyStatedIsAViolation() {
    RawResponse response = RawResponse.status(200).body(RawResponse.gzip(JSON));

    assertThat(failure(ContractViolationException.class, response).found())
        .isEqualTo("malformed UTF-8");
  }

  @Test
  void aBombIsRefusedBeforeItTakesMemory() throws IOException {
    int ceiling = 8 << 20;
    try (var server = HostileServer.responding(coded("gzip", zeros(300 << 20)));
        var adapter =
            adapterTo(server.baseUrl()).responses(it -> it.maxResponseBytes(ceiling)).build()) {
      warmUp(adapter);
      long before = allocatedByAllThreads();

      ContractViolationException violation = failure(ContractViolationException.class, adapter);

      assertThat(allocatedByAllThreads() - before).isLessThan(2L * ceiling);
      assertThat(violation.expected()).isEqualTo("at most " + ceiling + " bytes inflated");
    }
  }

  /** So that loading classes is not counted. */
  private static void warmUp(FeignRunResultsAdapter adapter) {
    failure(ContractViolationException.class, adapter);
  }

  private static byte[] zeros(long count) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 64 << 10)) {
      byte[] zeros = new byte[1 << 20];
      for (long written = 0; written < count; written += zeros.length) {
        gzip.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  private static long allocatedByAllThreads() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
