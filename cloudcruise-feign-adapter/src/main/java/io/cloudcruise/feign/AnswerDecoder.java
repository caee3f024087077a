package io.cloudcruise.feign;

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
 * Makes run results of an answer's bytes, in one pass and without a tree: what the library branches
 * on becomes values, what belongs to the caller stays text.
 */
final class AnswerDecoder {
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
  AnswerDecoder(Limits limits, OutputReader outputReader, DriftListener listener) {
    this.factory = Json.factory(limits);
    this.inputReader = new PlainJson(Json.strictFactory(limits));
    this.outputReader = outputReader;
    this.listener = listener;
  }

  RunResults decode(byte[] answer, Origin origin) {
    int start = startOfUtf8(answer, origin);
    if (start == answer.length) {
      throw origin.violation("", "run results", "an empty answer");
    }
    if (!Utf8.isWellFormed(answer, start)) {
      throw origin.violation("", "JSON in UTF-8", "malformed UTF-8");
    }
    DriftLog drifts = new DriftLog();
    RunResults results = parse(answer, start, origin, drifts);
    requireTheRunAskedFor(results.sessionId(), origin);
    drifts.tell(listener);
    return results;
  }

  private RunResults parse(byte[] answer, int start, Origin origin, DriftLog drifts) {
    try (JsonParser parser = factory.createParser(answer, start, answer.length - start)) {
      JsonCursor cursor = new JsonCursor(parser, answer, start, origin, drifts, outputReader);
      try {
        return whole(cursor, origin);
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

  private RunResults whole(JsonCursor cursor, Origin origin) throws IOException {
    if (cursor.next() == null) {
      throw origin.violation("", "run results", "an empty answer");
    }
    RunResults results = RunReader.read(cursor, origin.isSaved(), inputReader);
    if (cursor.next() != null) {
      throw origin.violation("", "one JSON object", "more after it");
    }
    cursor.checkTime();
    return results;
  }

  /** JSON on the wire is UTF-8 (RFC 8259, 8.1); a mark at its start may be ignored. */
  private static int startOfUtf8(byte[] answer, Origin origin) {
    int start = answer.length >= 3 && startsWithMark(answer) ? BYTE_ORDER_MARK.length : 0;
    if (answer.length >= start + 2 && (isWide(answer[start]) || isWide(answer[start + 1]))) {
      throw origin.violation("", "JSON in UTF-8", "another encoding");
    }
    return start;
  }

  private static boolean startsWithMark(byte[] answer) {
    return answer[0] == BYTE_ORDER_MARK[0]
        && answer[1] == BYTE_ORDER_MARK[1]
        && answer[2] == BYTE_ORDER_MARK[2];
  }

  /** Whether a byte is half of an ASCII character in UTF-16 or UTF-32, or of their marks. */
  private static boolean isWide(byte one) {
    return one == 0 || one == (byte) 0xFE || one == (byte) 0xFF;
  }

  private static void requireTheRunAskedFor(SessionId answered, Origin origin) {
    Optional<SessionId> asked = origin.asked();
    if (asked.isPresent() && !same(asked.get().value(), answered.value())) {
      throw origin.violation("/" + Wire.SESSION_ID, "the run asked for", "another run");
    }
  }

  /** A UUID may be spelled in either case; other ids may not. */
  private static boolean same(String asked, String answered) {
    return asked.equals(answered)
        || (CANONICAL_UUID.matcher(asked).matches() && asked.equalsIgnoreCase(answered));
  }
}
