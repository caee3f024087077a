package io.cloudcruise.core.port;

import java.nio.ByteBuffer;

/** Takes an artifact in, piece by piece. One fetch at a time calls it, from one thread. */
public interface ArtifactReceiver {
  /**
   * Hears what is about to come, before any bytes. Called again when a fetch is resumed.
   *
   * @param head if it begins at zero, what was received before is void
   */
  void begin(ArtifactHead head);

  /**
   * Takes the next bytes.
   *
   * @param bytes to be consumed before this returns; what is in them later is undefined
   */
  void receive(ByteBuffer bytes);
}
