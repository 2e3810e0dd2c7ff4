package io.floorwalker.local;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An origin as browsers write it: scheme, host, port where it is not the usual one, no path. */
final class OriginConverter implements ITypeConverter<String> {

  @Override
  public String convert(String text) {
    try {
      URI origin = URI.create(text);
      if (text.equals(origin.getScheme() + "://" + origin.getAuthority())) {
        return text;
      }
    } catch (IllegalArgumentException noAddress) {
      // said below
    }
    throw new TypeConversionException(
        "'" + text + "' is no origin; write it like http://localhost:3000, without a path");
  }
}
