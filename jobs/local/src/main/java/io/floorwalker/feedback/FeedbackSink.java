package io.floorwalker.feedback;

import io.floorwalker.schema.Feedback;

/** Where answers go; a repeat under the same id does no harm. */
public interface FeedbackSink {

  /** Whether it is kept for good; false where the answer has to be given again. */
  boolean take(Feedback said);
}
