package io.floorwalker.deliver.web;

import java.io.IOException;
import java.time.Duration;

/** What sends requests over HTTP. */
public interface Web extends AutoCloseable {

  /** To allowed addresses; the timeout holds from the look-up of the name to the answer's end. */
  static Web open(Networks networks, Duration timeout) {
    return HttpWeb.open(networks, timeout);
  }

  /**
   * Sends and waits for the answer.
   *
   * @throws ForbiddenAddress before anything is connected
   * @throws IOException where no whole answer came in time
   */
  Reply send(Call call) throws IOException;

  @Override
  void close();
}
