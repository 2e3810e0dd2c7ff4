package io.floorwalker.local;

import java.io.Closeable;
import java.util.Optional;

/** A file that is read row by row. */
interface ImportFile extends Closeable {

  /** The next row, or nothing at the end of the file. */
  Optional<ImportRow> next();

  @Override
  void close();
}
