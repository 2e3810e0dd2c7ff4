package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Networks;
import io.floorwalker.deliver.web.Web;
import java.time.Duration;

/** A client that may reach this machine; its threads end with the JVM. */
final class TestingWeb {
  static final Networks LOOPBACK = Networks.allowing("127.0.0.0/8");

  private TestingWeb() {}

  static Web open() {
    return open(TestingDispatch.TIMEOUT);
  }

  static Web open(Duration timeout) {
    return Web.open(LOOPBACK, timeout);
  }
}
