package io.floorwalker.local;

import java.nio.file.Path;

/** What the files of an import are written in. */
interface ImportFormat {

  /**
   * The rows of a file; they take the numbers after {@code rowsBefore}.
   *
   * @throws CommandFailure when the file cannot be read
   */
  ImportFile open(Path file, long rowsBefore);
}
