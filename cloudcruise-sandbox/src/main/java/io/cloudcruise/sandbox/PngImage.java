package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a small image of one colour, without the desktop module that ImageIO would need. */
final class PngImage {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 36;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PngImage() {}

  static byte[] ofColour(int rgb) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header()));
    png.writeBytes(chunk("IDAT", deflate(pixels(rgb))));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** Size, 8 bits per channel, true colour; compression, filter and interlace at their defaults. */
  private static byte[] header() {
    return ByteBuffer.allocate(13)
        .putInt(WIDTH)
        .putInt(HEIGHT)
        .put(new byte[] {8, 2, 0, 0, 0})
        .array();
  }

  private static byte[] pixels(int rgb) {
    ByteBuffer rows = ByteBuffer.allocate(HEIGHT * (1 + 3 * WIDTH));
    for (int y = 0; y < HEIGHT; y++) {
      rows.put((byte) 0); // each row names its filter: none
      for (int x = 0; x < WIDTH; x++) {
        rows.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
      }
    }
    return rows.array();
  }

  private static byte[] deflate(byte[] data) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[data.length + 64];
      int length = deflater.deflate(buffer);
      return ByteBuffer.allocate(length).put(buffer, 0, length).array();
    } finally {
      deflater.end();
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] typeBytes = type.getBytes(US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(typeBytes);
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(typeBytes)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }
}
