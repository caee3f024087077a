package io.cloudcruise.benchmarks;

import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes an artifact to a file. */
final class ArtifactFile implements ArtifactReceiver, AutoCloseable {
  private final FileChannel channel;

  ArtifactFile(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Override
  public void begin(ArtifactHead head) {}

  @Override
  public void receive(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
