package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.util.Objects;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/** A view of a checkout step: of any, of another than a stage's, or of the same as a stage's. */
final class ViewsStep extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final @Nullable String stage;
  private final boolean same;

  private ViewsStep(@Nullable String stage, boolean same) {
    this.stage = stage;
    this.same = same;
  }

  static ViewsStep any() {
    return new ViewsStep(null, true);
  }

  static ViewsStep otherThan(String stage) {
    return new ViewsStep(stage, false);
  }

  static ViewsStep sameAs(String stage) {
    return new ViewsStep(stage, true);
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    if (!event.is(EventTypes.CHECKOUT_STEP_VIEWED) || event.place().said() == null) {
      return false;
    }
    return stage == null
        || Objects.equals(event.place().said(), Begun.at(stage, begun).place().said()) == same;
  }
}
