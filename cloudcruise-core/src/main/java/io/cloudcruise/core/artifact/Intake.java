package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts and digests what comes, over all attempts, and passes it on. */
final class Intake implements ArtifactReceiver {
  private final ArtifactReceiver receiver;
  private final MessageDigest digest = sha256();
  private long received;
  private OptionalLong size = OptionalLong.empty();
  private Optional<String> version = Optional.empty();
  private Optional<String> mediaType = Optional.empty();

  Intake(ArtifactReceiver receiver) {
    this.receiver = receiver;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void begin(ArtifactHead head) {
    if (head.from() == 0) {
      received = 0;
      digest.reset();
    } else if (head.from() != received) {
      throw new IllegalStateException("bytes from " + head.from() + " after " + received);
    }
    size = head.size();
    version = head.version();
    mediaType = head.mediaType();
    receiver.begin(head);
  }

  @Override
  public void receive(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
    received += bytes.remaining();
    receiver.receive(bytes);
  }

  /** {@return how many bytes need not be sent again} */
  long kept() {
    return version.isPresent() ? received : 0;
  }

  long received() {
    return received;
  }

  Optional<String> version() {
    return kept() == 0 ? Optional.empty() : version;
  }

  boolean isWhole() {
    return size.isEmpty() || size.getAsLong() == received;
  }

  /** To be asked once, at the end: it uses the digest up. */
  FetchedArtifact result(SignedUrl url) {
    return new FetchedArtifact(url, received, HexFormat.of().formatHex(digest.digest()), mediaType);
  }
}
