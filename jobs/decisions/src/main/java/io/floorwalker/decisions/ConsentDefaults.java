package io.floorwalker.decisions;

import io.floorwalker.schema.Purpose;
import java.io.Serializable;

/** What silence counts as, by purpose: true where a person without a consent row has agreed. */
public record ConsentDefaults(boolean marketing, boolean sales, boolean profiling)
    implements Serializable {

  /** Missing is no. */
  public static final ConsentDefaults DENIED = new ConsentDefaults(false, false, false);

  boolean granted(Purpose purpose) {
    return switch (purpose) {
      case SERVICE -> true;
      case MARKETING -> marketing;
      case SALES -> sales;
      case PROFILING -> profiling;
      case UNKNOWN -> false;
    };
  }
}
