package io.floorwalker.deliver;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Carries several letters together, with as few requests as can be. */
interface BatchCarrier {

  /**
   * An answer for each letter, by its id.
   *
   * @throws IOException where no answer came for any
   */
  Map<String, Answer> carry(List<Letter> letters, Instant at) throws IOException;
}
