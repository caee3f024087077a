package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.DriftListener;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the results of one run, or of several once they have ended. */
@Command(
    name = "results",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    customSynopsis = {
      "cloudcruise results SESSION_ID [OPTIONS]",
      "       cloudcruise results SESSION_ID... --wait [OPTIONS]",
      "       cloudcruise results --sandbox [SESSION_ID] [OPTIONS]",
      "       cloudcruise results --file FILE [--json]"
    },
    header = "Shows the results of one run.",
    description = {
      "%nShows how a run ended, what it produced, what went wrong and what to do about"
          + " it. Secrets are masked.%n",
      "The API key is read from the environment variable CLOUDCRUISE_API_KEY. There is"
          + " no option for it: other users of the machine can see arguments.%n",
      "With --wait, several runs print a line each as their waits end (with --json, a"
          + " document each, on one line), and the exit code is that of the first one given"
          + " that was no success. A run that could not be retrieved prints nothing but its"
          + " failure, on standard error. Ctrl-C ends at once and tells what is known so far."
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
      "5:with --wait: the run failed",
      "6:with --wait: the run was stopped",
      "7:with --wait: the run is paused, or waits for input, and needs a person",
      "9:with --wait: the run had not ended when the time was up",
      "10:the platform is unavailable, or did not answer in time: try again later",
      "11:rate limit hit: wait, then try again",
      "12:usage limit of the workspace exceeded",
      "13:the response breaks the API's contract",
      "130:interrupted"
    },
    footerHeading = Help.EXAMPLES,
    footer = {
      "  cloudcruise results 4b1f3c52-8d07-4c1e-9a55-0f6de1a3c7b8",
      "  cloudcruise results --json SESSION_ID | jq .data",
      "  cloudcruise results --wait --timeout 10m SESSION_ID",
      "  cloudcruise results --wait --json SESSION_ID SESSION_ID SESSION_ID",
      "  cloudcruise results --file answer.json",
      "  curl ... | cloudcruise results --file -",
      "  cloudcruise results --sandbox"
    })
final class ResultsCommand implements Callable<Integer> {
  private final CloudCruiseCommand root;
  private final CliContext context;
  private final Failures failures;

  @Parameters(
      index = "0..*",
      arity = "0..*",
      paramLabel = "SESSION_ID",
      description =
          "Names the run; with --wait, several runs. With --sandbox: by default the"
              + " demonstration.")
  private List<String> sessionIds = List.of();

  @Option(
      names = "--wait",
      description =
          "Wait until the run has ended or needs a person. Tells on standard error how it goes.")
  private boolean waits;

  @Option(
      names = "--json",
      description =
          "Print one JSON document with the API's own names; secrets are masked, URLs of"
              + " artifacts are whole.")
  private boolean json;

  @Mixin private final PlatformOptions asked = new PlatformOptions();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long the whole call may take: 500ms, 30s, 5m, 1h or ISO-8601 such as PT30S; at"
              + " most a day. By default 30s. With --wait: how long the whole wait may, by"
              + " default 30m.")
  private @Nullable Duration timeout;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Read a saved response instead of asking; - is standard input.")
  private @Nullable String file;

  @Option(
      names = "--reveal",
      description =
          "Show secrets in clear, decrypted with the key in the environment variable"
              + " CLOUDCRUISE_ENCRYPTION_KEY. Says on standard error that it does.")
  private boolean reveals;

  ResultsCommand(CloudCruiseCommand root, CliContext context, Failures failures) {
    this.root = root;
    this.context = context;
    this.failures = failures;
  }

  @Override
  public Integer call() {
    ResultsRequest request = ResultsRequest.of(sessionIds, file, asked, waits, timeout);
    UnaryOperator<RunResults> decryption =
        reveals ? Decryption.of(context, asked.sandbox()) : UnaryOperator.identity();
    DriftListener listener = root.isVerbose() ? new DriftReport(context) : DriftListener.NONE;
    if (waits) {
      return await(request, listener, decryption);
    }
    show(decryption.apply(request.source(context).read(listener)));
    return ExitCode.RETRIEVED;
  }

  private int await(
      ResultsRequest request, DriftListener listener, UnaryOperator<RunResults> decryption) {
    WaitPolicy policy = WaitPolicy.STANDARD.toBuilder().timeout(request.longestWait()).build();
    boolean several = request.runs().size() > 1;
    return new Waiting(context, request.runs(), policy, decryption)
        .show(request.platform(context), listener, several ? this::showLine : this::showWhole);
  }

  private void showWhole(WaitedRun waited) {
    waited.results().ifPresent(this::show);
    tellWhatIsLeft(waited);
  }

  private void showLine(WaitedRun waited) {
    waited
        .results()
        .ifPresent(
            results -> {
              if (json) {
                context.print(onOneLine(document(results)));
              } else {
                showVerdict(waited, results);
              }
            });
    tellWhatIsLeft(waited);
  }

  private void showVerdict(WaitedRun waited, RunResults results) {
    Verdict verdict = Verdict.of(results.status());
    Page page = new Page(context.colour());
    page.line(
        0,
        new Span(verdict.headline(), verdict.style()),
        Span.plain("  " + waited.run() + "  after " + waited.time()));
    context.print(page.text());
  }

  /** What is on standard output says nothing of it, or there is nothing. */
  private void tellWhatIsLeft(WaitedRun waited) {
    waited.remark().map(SafeText::line).ifPresent(context::complain);
    waited.failure().ifPresent(failures::report);
  }

  /** All is made before any of it is printed: what fails leaves standard output empty. */
  private void show(RunResults results) {
    if (json) {
      context.print(document(results));
    } else {
      Page page = new Page(context.colour());
      new ResultsView(page, context.clock(), reveals).show(results);
      context.print(page.text());
    }
  }

  /** Strings of JSON hold no line breaks, so all that there are lie between its tokens. */
  private static byte[] onOneLine(byte[] document) {
    for (int i = 0; i < document.length - 1; i++) {
      if (document[i] == '\n' || document[i] == '\r') {
        document[i] = ' ';
      }
    }
    return document;
  }

  private byte[] document(RunResults results) {
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    RunResultsJson json = RunResultsJson.create();
    try {
      if (reveals) {
        json.writeRevealed(results, document);
      } else {
        json.write(results, document);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    document.write('\n');
    return document.toByteArray();
  }
}
