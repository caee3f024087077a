package io.cloudcruise.reliability;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The runs of a soak, each with an output of its own for each of its states. What a response has to
 * say is kept as a checksum, made before it is sent. Immutable.
 */
final class SoakRuns {
  private static final String ID = "5a4db0c5-0015-4000-8000-";
  private static final int WORKFLOWS = 16;
  private static final int MOST_LINES = 24;
  private static final int FAILS = 7;

  private final List<Map<Kind, SoakResponse>> responses = new ArrayList<>();

  SoakRuns(int count, long seed) {
    for (int run = 0; run < count; run++) {
      SplittableRandom random = new SplittableRandom((seed << Integer.SIZE) + run);
      responses.add(
          Map.of(
              Kind.QUEUED,
              response(run, "execution.queued", "null"),
              Kind.RUNNING,
              response(run, "execution.start", output(run, 1, random)),
              end(run),
              response(run, endWord(run), output(run, lines(random), random))));
    }
  }

  private static int lines(SplittableRandom random) {
    return random.nextInt(1, MOST_LINES);
  }

  static SessionId id(int run) {
    return new SessionId(ID + String.format(Locale.ROOT, "%012d", run));
  }

  static int run(String sessionId) {
    return Integer.parseInt(sessionId, ID.length(), sessionId.length(), 10);
  }

  /** The status at the n-th look since the run began: after up to three, it has ended. */
  static Kind kind(int run, int poll) {
    if (poll % polls(run) == polls(run) - 1) {
      return end(run);
    }
    return poll % polls(run) == 0 ? Kind.QUEUED : Kind.RUNNING;
  }

  /** {@return how many polls it takes to see the end; another number for a caller's next run} */
  private static int polls(int run) {
    return 1 + ((run ^ run >> 4 ^ run >> 6) & 3);
  }

  private static Kind end(int run) {
    return run % FAILS == 0 ? Kind.FAILED : Kind.SUCCEEDED;
  }

  private static String endWord(int run) {
    return run % FAILS == 0 ? "execution.failed" : "execution.success";
  }

  SoakResponse response(int run, Kind kind) {
    SoakResponse response = responses.get(run).get(kind);
    if (response == null) {
      throw new IllegalArgumentException("run " + run + " is never " + kind);
    }
    return response;
  }

  /** {@return whether results are those of the run asked for, to the last byte of its output} */
  boolean confirm(SessionId asked, RunResults results) {
    SoakResponse expected = responses.get(run(asked.value())).get(results.status().kind());
    String output = results.output().map(JsonText::text).orElse("null");
    return expected != null && results.sessionId().equals(asked) && expected.isFor(output);
  }

  private static SoakResponse response(int run, String status, String output) {
    String json =
        """
        {"session_id":"%s","status":"%s","workflow_id":"5a4db0c5-0015-4000-9000-%012d",\
        "input_variables":{"number":%d},"vault_entries":{},"encrypted_variables":[],\
        "session_retries":0,"data":%s,"video_urls":[],"file_urls":[],"screenshot_urls":[],\
        "errors":[],"was_recovered":false,"recovered_error_ids":[]}
        """
            .formatted(id(run).value(), status, run % WORKFLOWS, run, output);
    return SoakResponse.of(json, output, run % 2 == 1);
  }

  private static String output(int run, int lines, SplittableRandom random) {
    StringBuilder json = new StringBuilder("{\"number\":" + run + ",\"lines\":[");
    for (int line = 0; line < lines; line++) {
      json.append(line == 0 ? "" : ", ")
          .append("{\"text\":\"Pos. ")
          .append(Long.toString(random.nextLong(), Character.MAX_RADIX))
          .append(" – 5 €\",\"price\":")
          .append(random.nextLong(1_000_000))
          .append(".10,\"net\":")
          .append(random.nextDouble())
          .append(",\"paid\":")
          .append(random.nextBoolean())
          .append('}');
    }
    return json.append("]}").toString();
  }
}
