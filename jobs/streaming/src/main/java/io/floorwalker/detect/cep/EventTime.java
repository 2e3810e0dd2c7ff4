package io.floorwalker.detect.cep;

import java.io.Serializable;

/** When an event happened, milliseconds. */
@FunctionalInterface
public interface EventTime<T> extends Serializable {
  long of(T event);
}
