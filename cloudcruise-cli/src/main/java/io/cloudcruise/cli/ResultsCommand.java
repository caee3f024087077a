package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.feign.RunResultsJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the results of one run. */
@Command(
    name = "results",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = {
      "cloudcruise results SESSION_ID [OPTIONS]",
      "       cloudcruise results --sandbox [SESSION_ID] [OPTIONS]",
      "       cloudcruise results --file FILE [--json]"
    },
    header = "Shows the results of one run.",
    description = {
      "%nShows how a run ended, what it produced, what went wrong and what to do about"
          + " it. Secrets are masked.%n",
      "The API key is read from the environment variable CLOUDCRUISE_API_KEY. There is"
          + " no option for it: other users of the machine can see arguments."
    },
    parameterListHeading = "%n",
    optionListHeading = Help.OPTIONS,
    exitCodeListHeading = Help.EXIT_CODES,
    exitCodeList = {
      "0:retrieved, however the run ended",
      "1:anything unforeseen",
      "2:called in a way that makes no sense: bad session id, base URL, key or file;"
          + " or the platform does not accept the request",
      "3:access denied: check the API key",
      "4:the platform knows no such run",
      "10:the platform is unavailable, or did not answer in time: try again later",
      "11:rate limit hit: wait, then try again",
      "12:usage limit of the workspace exceeded",
      "13:the answer breaks the API's contract",
      "130:interrupted"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise results 4b1f3c52-8d07-4c1e-9a55-0f6de1a3c7b8",
      "  cloudcruise results --json SESSION_ID | jq .data",
      "  cloudcruise results --file answer.json",
      "  curl ... | cloudcruise results --file -",
      "  cloudcruise results --sandbox"
    })
final class ResultsCommand implements Callable<Integer> {
  private final CloudCruiseCommand root;
  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SESSION_ID",
      description = "Names the run. With --sandbox: by default the demonstration.")
  private @Nullable String sessionId;

  @Option(
      names = "--json",
      description =
          "Print one JSON document with the API's own names; secrets are masked, URLs of"
              + " artifacts are whole.")
  private boolean json;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = {
        "Where the API is: https, or http on loopback. By default what"
            + " CLOUDCRUISE_BASE_URL says, else",
        "https://api.cloudcruise.com."
      })
  private @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long the whole call may take: 500ms, 30s, 5m, 1h or ISO-8601 such as PT30S; at"
              + " most a day. By default 30s.")
  private @Nullable Duration timeout;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Read a saved answer instead of asking; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--sandbox",
      description = "Ask a sandbox that runs inside this program. Needs neither key nor network.")
  private boolean sandbox;

  ResultsCommand(CloudCruiseCommand root, Surroundings surroundings) {
    this.root = root;
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ResultsRequest request = ResultsRequest.of(sessionId, file, sandbox, baseUrl, timeout);
    DriftListener listener = root.isVerbose() ? new DriftReport(surroundings) : DriftListener.NONE;
    show(request.source(surroundings).read(listener));
    return ExitCode.RETRIEVED;
  }

  /** All is made before any of it is printed: what fails leaves standard output empty. */
  private void show(RunResults results) {
    if (json) {
      surroundings.print(document(results));
    } else {
      Page page = new Page(surroundings.colour());
      new ResultsView(page, surroundings.clock()).show(results);
      surroundings.print(page.text());
    }
  }

  private static byte[] document(RunResults results) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try {
      RunResultsJson.create().write(results, document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    document.write('\n');
    return document.toByteArray();
  }
}
