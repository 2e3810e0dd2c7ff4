package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Carries several actions with one request. */
interface BatchCarrier {

  /**
   * An answer for each action, by its id.
   *
   * @throws IOException where no answer came for any
   */
  Map<String, Answer> carry(List<Action> actions, Instant at) throws IOException;
}
