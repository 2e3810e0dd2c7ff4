package io.floorwalker.testkit;

/** An operator of the pipeline under test threw; the cause is what it threw. */
public final class PipelineFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PipelineFailure(String operator, Exception cause) {
    super(
        "Operator '%s' failed: %s. The cause below is what it threw; fix it there."
            .formatted(operator, cause),
        cause);
  }
}
