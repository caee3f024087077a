package io.cloudcruise.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
    if (mistake instanceof MissingParameterException missing) {
      return missing.getMissing().isEmpty()
          ? "a value is missing"
          : nameOf(missing.getMissing().get(0)) + " needs a value";
    }
    if (mistake instanceof OverwrittenOptionException twice) {
      return nameOf(twice.getOverwritten()) + " is given more than once";
    }
    return refused(mistake, mistake.getArgSpec());
  }

  /** Converters of this program quote nothing; those of picocli do. */
  private static String refused(ParameterException mistake, @Nullable ArgSpec argument) {
    if (argument == null) {
      return "the arguments make no sense";
    }
    return mistake.getCause() instanceof TypeConversionException why
            && argument.converters().length > 0
        ? nameOf(argument) + ": " + why.getMessage()
        : nameOf(argument) + " takes no such value";
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
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
