package io.cloudcruise.archive;

import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** Writes an artifact to a file, and tells how far it is. */
final class FileReceiver implements ArtifactReceiver, AutoCloseable {
  private final FileChannel channel;
  private final ArtifactIdentity identity;
  private final ArchiveListener listener;
  private long received;
  private OptionalLong size = OptionalLong.empty();

  FileReceiver(Path file, ArtifactIdentity identity, ArchiveListener listener) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
    this.identity = identity;
    this.listener = listener;
  }

  @Override
  public void begin(ArtifactHead head) {
    try {
      channel.truncate(head.from()).position(head.from());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    received = head.from();
    size = head.size();
    listener.progress(identity, received, size);
  }

  @Override
  public void receive(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        received += channel.write(bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    listener.progress(identity, received, size);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
