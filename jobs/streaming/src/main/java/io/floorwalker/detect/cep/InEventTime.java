package io.floorwalker.detect.cep;

import org.apache.flink.cep.time.TimeContext;

/** A context without a wall clock: what is found must not depend on when it was found. */
interface InEventTime extends TimeContext {

  @Override
  default long currentProcessingTime() {
    throw new UnsupportedOperationException(
        "A pattern asks for the wall clock, which a replay cannot repeat. Ask timestamp(), the event time.");
  }
}
