package io.floorwalker.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that records were ever written with, from {@code published/v<N>/<Record>.avsc} on the
 * class path.
 */
final class PublishedSchemas {
  /** A record of every version; where it is missing, there is no such version. */
  private static final String IN_EVERY_VERSION = "CustomerEvent";

  private PublishedSchemas() {}

  /** The versions of one record, oldest first; a record may be younger than the first version. */
  static List<Schema> of(String record) {
    List<Schema> schemas = new ArrayList<>();
    for (int version = 0; exists(version, IN_EVERY_VERSION); version++) {
      Schema schema = read(version, record);
      if (schema != null) {
        schemas.add(schema);
      }
    }
    return schemas;
  }

  private static boolean exists(int version, String record) {
    return PublishedSchemas.class.getResource(path(version, record)) != null;
  }

  private static @Nullable Schema read(int version, String record) {
    try (InputStream in = PublishedSchemas.class.getResourceAsStream(path(version, record))) {
      return in == null ? null : new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path(version, record), e);
    }
  }

  private static String path(int version, String record) {
    return "/published/v" + version + "/" + record + ".avsc";
  }
}
