package io.floorwalker.page;

import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.Outcome;

/** Where answers go. Being shown is the channel's own receipt; the rest is what people say. */
public interface Answers {

  void shown(Outcome outcome);

  void said(Feedback feedback);
}
