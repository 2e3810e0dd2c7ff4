package io.floorwalker.lake;

import io.floorwalker.schema.Candidate;
import org.jspecify.annotations.Nullable;

/** The columns of {@code decisions}: the candidate's own, else those of its decision. */
final class CandidateColumns implements Rows.ColumnOf<WeighedCandidate> {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Object apply(WeighedCandidate weighed, String column) {
    return Candidate.getClassSchema().getField(column) != null
        ? Rows.field(weighed.candidate(), column)
        : Rows.field(weighed.decision(), column);
  }
}
