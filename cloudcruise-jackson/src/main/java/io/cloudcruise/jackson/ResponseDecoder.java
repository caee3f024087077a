package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DriftListener;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes run results of a response's bytes, in one pass and without a tree: what the library
 * branches on becomes values, what belongs to the caller stays text.
 */
final class ResponseDecoder {
  private static final Pattern CANONICAL_UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final JsonFactory factory;
  private final PlainJson inputReader;
  private final OutputReader outputReader;
  private final DriftListener listener;

  /**
   * Builds a decoder.
   *
   * @param outputReader what the results read their JSON with
   */
  ResponseDecoder(Limits limits, OutputReader outputReader, DriftListener listener) {
    this.factory = Json.factory(limits);
    this.inputReader = new PlainJson(Json.strictFactory(limits));
    this.outputReader = outputReader;
    this.listener = listener;
  }

  RunResults decode(byte[] response, ResponseContext context) {
    int start = startOfUtf8(response, context);
    if (start == response.length) {
      throw context.violation("", "run results", "an empty response");
    }
    if (!Utf8.isWellFormed(response, start)) {
      throw context.violation("", "JSON in UTF-8", "malformed UTF-8");
    }
    DriftLog drifts = new DriftLog();
    RunResults results = parse(response, start, context, drifts);
    requireTheRunAskedFor(results.sessionId(), context);
    drifts.tell(listener);
    return results;
  }

  private RunResults parse(byte[] response, int start, ResponseContext context, DriftLog drifts) {
    try (JsonParser parser = factory.createParser(response, start, response.length - start)) {
      JsonCursor cursor = new JsonCursor(parser, response, start, context, drifts, outputReader);
      try {
        return whole(cursor, context);
      } catch (StreamConstraintsException over) {
        throw cursor.violation("JSON within the ceilings on depth, length and tokens", "more");
      } catch (JsonEOFException cutOff) {
        throw cursor.violation("well-formed JSON", "JSON that is cut off");
      } catch (JsonProcessingException malformed) {
        throw cursor.violation("well-formed JSON", "malformed JSON");
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed");
    }
  }

  private RunResults whole(JsonCursor cursor, ResponseContext context) throws IOException {
    if (cursor.next() == null) {
      throw context.violation("", "run results", "an empty response");
    }
    RunResults results = RunReader.read(cursor, context.isSaved(), inputReader);
    if (cursor.next() != null) {
      throw context.violation("", "one JSON object", "more after it");
    }
    cursor.checkTime();
    return results;
  }

  /** JSON on the wire is UTF-8 (RFC 8259, 8.1); a mark at its start may be ignored. */
  private static int startOfUtf8(byte[] response, ResponseContext context) {
    int start = response.length >= 3 && startsWithMark(response) ? BYTE_ORDER_MARK.length : 0;
    if (response.length >= start + 2 && (isWide(response[start]) || isWide(response[start + 1]))) {
      throw context.violation("", "JSON in UTF-8", "another encoding");
    }
    return start;
  }

  private static boolean startsWithMark(byte[] response) {
    return response[0] == BYTE_ORDER_MARK[0]
        && response[1] == BYTE_ORDER_MARK[1]
        && response[2] == BYTE_ORDER_MARK[2];
  }

  /** Whether a byte is half of an ASCII character in UTF-16 or UTF-32, or of their marks. */
  private static boolean isWide(byte one) {
    return one == 0 || one == (byte) 0xFE || one == (byte) 0xFF;
  }

  private static void requireTheRunAskedFor(SessionId responded, ResponseContext context) {
    Optional<SessionId> asked = context.asked();
    if (asked.isPresent() && !same(asked.get().value(), responded.value())) {
      throw context.violation("/" + FieldNames.SESSION_ID, "the run asked for", "another run");
    }
  }

  /** A UUID may be spelled in either case; other ids may not. */
  private static boolean same(String asked, String responded) {
    return asked.equals(responded)
        || (CANONICAL_UUID.matcher(asked).matches() && asked.equalsIgnoreCase(responded));
  }
}
