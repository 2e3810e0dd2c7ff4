package io.floorwalker.deliver;

import java.io.IOException;

/** A directory of recipients that gives no answer; its name is the error in the table. */
final class DirectoryDown extends IOException {
  private static final long serialVersionUID = 1L;
}
