package io.floorwalker.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever runs for a number finds what the oracle finds, to the record. */
class ContendersTest {

  @Test
  void theyFindWhatTheOracleFinds() throws Exception {
    List<CustomerEvent> events = Workload.of(200);
    Map<String, Tally> struggles = Tally.byKind(Workload.struggles(events));
    Map<String, Tally> abandonments = Tally.byKind(Workload.abandonments(events));
    assertThat(struggles).hasSizeGreaterThan(10);
    assertThat(abandonments).hasSizeGreaterThan(3);
    Field field = Field.of(struggles, abandonments);

    try (Track track = Track.open()) {
      for (Field.Entry entry : field.entries()) {
        if (entry.contender().kinds().isEmpty()) {
          continue; // it looks for nothing
        }
        Run run = track.run(entry.contender(), new TestingInlet(events));

        assertThat(run.events()).isEqualTo(events.size());
        assertThat(run.differs(entry.contender(), field.expected()))
            .as("%s at %s", entry.contender().title(), entry.set())
            .isEmpty();
      }
    }
  }
}
