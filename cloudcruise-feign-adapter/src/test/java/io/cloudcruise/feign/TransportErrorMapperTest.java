package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.http.internal.CustomClientException;
import io.cloudcruise.http.internal.TransportErrors;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** What is left of a failure of the transport for whoever reads a stack trace. */
class TransportErrorMapperTest {
  private static final Call CALL = new Call(TestRun.ID, Duration.ofMinutes(1));

  private static Throwable causeOf(Throwable thrown) {
    RunResultsException translated = TransportErrorMapper.translate(CALL, thrown);
    return Objects.requireNonNull(translated.getCause());
  }

  @Test
  void itsTypeAndTheWordsOfTheJdkAreKept() {
    Throwable cause = causeOf(new SSLHandshakeException("PKIX path building failed"));

    assertThat(cause).hasMessage("javax.net.ssl.SSLHandshakeException: PKIX path building failed");
  }

  @Test
  void itsTypeAloneIsKeptWhereTheWordsMayBeAnybodys() {
    assertThat(causeOf(new IOException("canary"))).hasMessage("java.io.IOException");
  }

  @Test
  void aTypeWithoutWordsIsKept() {
    assertThat(causeOf(new ConnectException())).hasMessage("java.net.ConnectException");
  }

  @Test
  void itsStackTraceIsKept() {
    IOException thrown = new IOException();

    assertThat(causeOf(thrown).getStackTrace()).isEqualTo(thrown.getStackTrace());
  }

  @Test
  void itsCausesAreKeptAsFarAsTheyGo() {
    Throwable cause = causeOf(new IOException("canary", new ConnectException("refused")));

    assertThat(cause.getCause()).hasMessage("java.net.ConnectException: refused").hasNoCause();
  }

  @Test
  void aClientOfTheCallersOwnIsNotBelievedToUseTheWordsOfTheJdk() {
    Throwable cause = causeOf(new CustomClientException(new ConnectException("canary")));

    assertThat(cause.getCause()).hasMessage("java.net.ConnectException");
  }

  @Test
  void ofWhatFailsAnArtifactTheSameIsKept() {
    assertThat(TransportErrors.of(new IOException("canary")).harmless())
        .hasMessage("java.io.IOException");
  }
}
