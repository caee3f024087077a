package io.cloudcruise.cli;

import gg.jte.Content;
import io.cloudcruise.archive.SavedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Puts artifacts into a report, up to a bound, and refers to the archive beside it for the rest.
 * What an artifact is, its first bytes tell; the platform is not asked.
 */
final class ReportMedia {
  static final long MOST_EMBEDDED = 50_000_000;
  private static final int BLOCK = 48 << 10; // a multiple of three, so that no block is padded
  private static final int HEAD = 16;

  private final Path archive;
  private final Path besideReport;
  private long room = MOST_EMBEDDED;
  private boolean refersToArchive;

  /**
   * Begins with all room free.
   *
   * @param archive the archive's directory, absolute
   * @param besideReport the directory that the report will be in, absolute
   */
  ReportMedia(Path archive, Path besideReport) {
    this.archive = archive;
    this.besideReport = besideReport;
  }

  /** {@return whether the archive has to stay where it is} */
  boolean refersToArchive() {
    return refersToArchive;
  }

  /** {@return where a page finds the picture; empty if it is none that is shown} */
  Optional<Content> picture(SavedFile file) {
    return MediaType.ofPicture(head(file)).map(type -> source(file, type));
  }

  /** {@return where a page finds the film; empty if it is none that is shown} */
  Optional<Content> film(SavedFile file) {
    return MediaType.ofFilm(head(file)).map(type -> source(file, type));
  }

  /** {@return the file's bytes, as what they are is nobody's business; empty if they do not fit} */
  Optional<Content> download(SavedFile file) {
    if (fits(file)) {
      return Optional.of(data(file, "application/octet-stream"));
    }
    refersToArchive = true;
    return Optional.empty();
  }

  /** {@return where the file is, seen from the report} */
  String place(SavedFile file) {
    return fromReport(file).toString();
  }

  private Content source(SavedFile file, String mediaType) {
    if (fits(file)) {
      return data(file, mediaType);
    }
    refersToArchive = true;
    String relative = relativeUrl(file);
    return output -> output.writeContent(relative);
  }

  private boolean fits(SavedFile file) {
    if (file.size() > room) {
      return false;
    }
    room -= file.size();
    return true;
  }

  private String relativeUrl(SavedFile file) {
    return StreamSupport.stream(fromReport(file).spliterator(), false)
        .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  private Path fromReport(SavedFile file) {
    return besideReport.relativize(path(file));
  }

  private Path path(SavedFile file) {
    return archive.resolve(file.path());
  }

  /** Written block by block, when the page is: nothing of it is kept. */
  private Content data(SavedFile file, String mediaType) {
    return output -> {
      output.writeContent("data:" + mediaType + ";base64,");
      try (InputStream in = open(file)) {
        for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
          output.writeContent(Base64.getEncoder().encodeToString(block));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    };
  }

  private byte[] head(SavedFile file) {
    try (InputStream in = open(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private InputStream open(SavedFile file) throws IOException {
    return Files.newInputStream(path(file), LinkOption.NOFOLLOW_LINKS);
  }
}
