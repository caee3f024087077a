package io.cloudcruise.jackson;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A URL and its expiry, which come as two fields, in whatever order. */
final class SignedUrlParts {
  private final String expiryField;
  @Nullable String url;
  @Nullable String expires;

  SignedUrlParts(String expiryField) {
    this.expiryField = expiryField;
  }

  /** An expiry without a URL is kept among the other fields. */
  @Nullable SignedUrl join(Fields fields) {
    if (url == null) {
      if (expires != null) {
        fields.keepText(expiryField, expires);
      }
      return null;
    }
    return new SignedUrl(url, Optional.ofNullable(expires).map(Timestamp::new));
  }
}
