package io.cloudcruise.cli;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import io.cloudcruise.archive.SavedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes a saved run as one page of HTML. */
final class Report {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Report.class.getClassLoader(), Report.class.getPackageName());

  private Report() {}

  /**
   * Writes a report, whole or not at all.
   *
   * @return whether it refers to the run's archive, which has to stay beside it then
   */
  static boolean write(SavedRun run, Path file, Clock clock) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path beside = target.resolveSibling(".").normalize();
    ReportMedia media = new ReportMedia(run.directory(), beside);
    ReportPage page = new ReportMaker(run, media, clock).page();
    Path temporary = Files.createTempFile(beside, ".", ".part");
    try {
      write(page, temporary);
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (UncheckedIOException unwritten) {
      throw new IOException(unwritten.getCause());
    } finally {
      Files.deleteIfExists(temporary);
    }
    return media.refersToArchive();
  }

  /** Else the engine would take a whole artifact in before it writes its first byte. */
  private static final class Streaming extends OwaspHtmlTemplateOutput {
    Streaming(Writer writer) {
      super(new WriterOutput(writer));
    }

    @Override
    public void writeUserContent(@Nullable Content media) {
      if (media != null) {
        media.writeTo(this);
      }
    }
  }

  private static void write(ReportPage page, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      TEMPLATES.render("report.jte", page, new Streaming(writer));
    }
  }
}
