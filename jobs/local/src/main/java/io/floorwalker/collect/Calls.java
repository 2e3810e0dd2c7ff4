package io.floorwalker.collect;

import java.util.List;

/** Where the calls of trackers go. */
public interface Calls {

  /**
   * Takes the calls of one request; returns when none of them can be lost any more.
   *
   * @throws Exception where not all were taken: the tracker sends all of them again, under the same
   *     ids
   */
  void take(List<Call> calls) throws Exception;
}
