package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DriftListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads saved responses through the decoder that reads the platform's, and writes results as JSON
 * that may be shown. Thread-safe.
 *
 * <p>What it writes has the API's own names and values: the output character for character, unknown
 * fields kept, null and absent told apart, signed URLs whole. Secret inputs, and all of a vault
 * entry but user, alias and domain, are {@code "***"}. Added are {@code outcome} ({@code
 * succeeded}, {@code failed}, {@code stopped} or {@code unfinished}) and, on each error, {@code
 * recovered} and {@code advice}. Such a document begins with {@code "$written_by"}, by which
 * reading knows it and drops what was added; fields of the platform that have these names are kept,
 * written with a dollar sign before the name. Nulls in lists are not kept: they say nothing.
 */
public final class RunResultsJson {
  private static final JsonFactory GENERATORS = new JsonFactory();

  private final ResponseDecoder decoder;

  private RunResultsJson(OutputReader outputReader, DriftListener listener) {
    this.decoder = new ResponseDecoder(Limits.DEFAULT, outputReader, listener);
  }

  /** {@return an instance that reads output with Jackson as it is, and tells nobody of drift} */
  public static RunResultsJson create() {
    return create(outputReader(), DriftListener.NONE);
  }

  /**
   * Makes an instance.
   *
   * @param outputReader reads the JSON in the results
   * @param listener hears of what this version does not know
   * @return the instance
   */
  public static RunResultsJson create(OutputReader outputReader, DriftListener listener) {
    return new RunResultsJson(
        Objects.requireNonNull(outputReader, "outputReader"),
        Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Makes a reader of output that knows the caller's own types, such as dates and money. It keeps
   * numbers exact, ignores fields that a type does not have, and neither rounds nor coerces.
   *
   * @param jacksonModules Jackson 2 modules ({@code com.fasterxml.jackson.databind.Module});
   *     declared as objects so that no Jackson type is part of this library's interface
   * @return the reader
   * @throws IllegalArgumentException if one is no such module
   */
  public static OutputReader outputReader(Object... jacksonModules) {
    List<Module> modules = Stream.of(jacksonModules).map(RunResultsJson::module).toList();
    return new JacksonOutputReader(Limits.DEFAULT, modules);
  }

  private static Module module(Object candidate) {
    if (candidate instanceof Module module) {
      return module;
    }
    throw new IllegalArgumentException(
        "not a Jackson 2 module (com.fasterxml.jackson.databind.Module): "
            + candidate.getClass().getName());
  }

  /**
   * Reads a saved response.
   *
   * @param json the response, in UTF-8, as the platform sent it or as {@link #write} wrote it
   * @return the results
   * @throws ContractViolationException if it is no such response
   */
  public RunResults read(byte[] json) {
    return decoder.decode(json, ResponseContext.SAVED);
  }

  /**
   * Writes results, in UTF-8, without a line end after them.
   *
   * @param results the results
   * @param out where to; flushed, not closed
   * @throws IOException if it cannot be written to
   */
  public void write(RunResults results, OutputStream out) throws IOException {
    write(results, out, Secret::toString);
  }

  /**
   * Writes results with secrets in clear, as strings: for whoever asked to see them, and nobody
   * else. Decrypt them first, or what is encrypted is written as it is.
   *
   * @param results the results
   * @param out where to; flushed, not closed
   * @throws IOException if it cannot be written to
   */
  public void writeRevealed(RunResults results, OutputStream out) throws IOException {
    write(results, out, Secret::reveal);
  }

  private static void write(RunResults results, OutputStream out, Function<Secret, String> shown)
      throws IOException {
    JsonGenerator generator = GENERATORS.createGenerator(out);
    generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (generator) {
      new RunWriter(generator, shown).write(results);
    }
  }

  /**
   * Writes results.
   *
   * @param results the results
   * @return the JSON
   */
  public String write(RunResults results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(results, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
