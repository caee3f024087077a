package io.cloudcruise.archive;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * The directory of an archive. Files come into being whole, by a move within a directory; nothing
 * that exists is overwritten but what the archive itself replaces; no link in it is followed.
 */
final class Folder {
  private static final int BLOCK = 64 << 10;

  /** Of a file of the archive's own, which has to fit into memory. */
  private static final int MOST_BYTES = 256 << 20;

  private static final String TEMPORARY = ".part";

  private final Path root;

  /** Relative paths in use, folded. */
  private final Set<String> taken = new HashSet<>();

  Folder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  /** Whoever chose the directory may have chosen a link; below it there must be none. */
  void create() throws IOException {
    Files.createDirectories(root);
  }

  private synchronized Path directory(String name) throws IOException {
    Path directory = root.resolve(name);
    if (!Files.exists(directory, NOFOLLOW_LINKS)) {
      Files.createDirectory(directory);
    }
    if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
      throw new ArchiveException(directory, "is in the way: it must be a directory", null);
    }
    return directory;
  }

  Path temporary(String directory) throws IOException {
    return temporaryIn(directory(directory));
  }

  /** {@return a new, empty file, private to its owner} */
  static Path temporaryIn(Path directory) throws IOException {
    return Files.createTempFile(directory, ".", TEMPORARY);
  }

  /** Keeps a path for a file that is known to be in the archive. */
  synchronized void keep(String path) {
    taken.add(SafeName.folded(path));
  }

  /** Moves a file to where it was before, in place of what is there now: its damaged self. */
  void restore(Path file, String path) throws IOException {
    Files.move(file, root.resolve(path), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  /**
   * Moves a file into place, under its name or one much like it. If a file of that name and of the
   * same content is there and nobody's, a former attempt has left it: that one is taken, and the
   * given one is left to the caller to delete.
   */
  synchronized String place(Path file, String directory, String name, String sha256)
      throws IOException {
    for (int number = 1; ; number++) {
      String path = directory + "/" + (number == 1 ? name : SafeName.numbered(name, number));
      Path target = root.resolve(path);
      boolean free = !taken.contains(SafeName.folded(path));
      boolean there = free && holds(path, Files.size(file), sha256);
      if (free && !there && !Files.exists(target, NOFOLLOW_LINKS)) {
        Files.move(file, target, ATOMIC_MOVE);
        there = true;
      }
      if (there) {
        keep(path);
        return path;
      }
    }
  }

  /** {@return whether a regular file of that content is there} */
  boolean holds(String path, long size, String sha256) throws IOException {
    Path file = root.resolve(path);
    return Files.isRegularFile(file, NOFOLLOW_LINKS)
        && Files.isDirectory(root.resolve(path.substring(0, path.indexOf('/'))), NOFOLLOW_LINKS)
        && Files.size(file) == size
        && digest(file).equals(sha256);
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** {@return a file of the archive's own; empty if there is none} */
  Optional<byte[]> read(String name) throws IOException {
    Path file = root.resolve(name);
    if (!Files.exists(file, NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new ArchiveException(file, "is not a regular file", null);
    }
    try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ArchiveException(file, "is larger than any that an archive has", null);
      }
      return Optional.of(bytes);
    }
  }

  /** Writes a file of the archive's own, unless it says the same already. */
  void write(String name, byte[] content) throws IOException {
    Path target = root.resolve(name);
    if (Files.isRegularFile(target, NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(target), content)) {
      return;
    }
    Path file = temporaryIn(root);
    try {
      Files.write(file, content);
      Files.move(file, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
