package io.cloudcruise.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port. No message quotes what was given. */
final class PortConverter implements ITypeConverter<Integer> {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    if (DIGITS.matcher(text).matches() && Integer.parseInt(text) <= HIGHEST) {
      return Integer.valueOf(text);
    }
    throw new TypeConversionException("not a port: give a number from 0 to 65535");
  }
}
