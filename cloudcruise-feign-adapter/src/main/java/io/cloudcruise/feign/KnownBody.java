package io.cloudcruise.feign;

import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A body that is already here, whole, and the headers that came before it. */
@SuppressWarnings("ArrayRecordComponent") // a carrier from one method to the next, never compared
record KnownBody(byte[] bytes, HttpHeaders headers) implements Response.Body {
  /** Says that it is unknown, for Feign copies bodies that it knows to be short. */
  @Override
  public @Nullable Integer length() {
    return null;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public InputStream asInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public Reader asReader(Charset charset) {
    return new InputStreamReader(asInputStream(), charset);
  }

  @Override
  public void close() {}
}
