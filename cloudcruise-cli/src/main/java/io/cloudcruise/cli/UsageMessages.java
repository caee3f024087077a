package io.cloudcruise.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with arguments, said without quoting any value: a key, a password in a URL or a
 * signature may have been put where none belongs. picocli's own messages do quote.
 */
final class UsageMessages {
  private static final Pattern OPTION_NAME = Pattern.compile("--?[A-Za-z][a-z-]{0,19}(?==|$)");

  private UsageMessages() {}

  static String of(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String option = nameOf(mistake.getArgSpec());
    if (mistake instanceof MissingParameterException) {
      return option + " needs a value";
    }
    if (mistake instanceof OverwrittenOptionException) {
      return option + " is given more than once";
    }
    if (mistake.getCause() instanceof TypeConversionException why) {
      return option + ": " + why.getMessage();
    }
    return option + " is given in a way that it cannot be";
  }

  private static String nameOf(ArgSpec spec) {
    if (spec instanceof OptionSpec option) {
      return option.longestName();
    }
    return spec == null ? "an argument" : spec.paramLabel();
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    List<String> unmatched = mistake.getUnmatched();
    String first = unmatched.isEmpty() ? "" : unmatched.get(0);
    if (first.startsWith("-")) {
      return unknownOption(first);
    }
    return mistake.getCommandLine().getSubcommands().isEmpty()
        ? "there is an argument too many"
        : "there is no such command: use results or sandbox";
  }

  private static String unknownOption(String argument) {
    Matcher name = OPTION_NAME.matcher(argument);
    String said =
        name.lookingAt() ? "there is no option " + name.group() : "there is no such option";
    return argument.contains("key") ? said + "; the key comes from CLOUDCRUISE_API_KEY" : said;
  }
}
