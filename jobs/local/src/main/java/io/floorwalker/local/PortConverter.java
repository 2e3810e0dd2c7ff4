package io.floorwalker.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A TCP port; 0 where any free one will do. */
final class PortConverter implements ITypeConverter<Integer> {
  private static final int HIGHEST = 65_535;

  @Override
  public Integer convert(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= HIGHEST) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw new TypeConversionException(
        "'" + text + "' is no port; give a number from 0 to " + HIGHEST + ", 0 for any free one");
  }
}
