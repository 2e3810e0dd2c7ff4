package io.floorwalker.local;

import io.floorwalker.schema.CustomerEvent;
import java.util.List;

/**
 * A row that may become events.
 *
 * @param number from 1 through all files of one import
 * @param line where it starts in its file, from 1
 */
record ImportRow(long number, long line, Content content) {

  /** What stands in the row. */
  interface Content {
    List<CustomerEvent> events() throws BadRow;
  }
}
