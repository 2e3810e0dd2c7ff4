package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import io.floorwalker.simulator.Truth;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final Truths truths = new Truths(START);

  @Test
  void whatTheScriptsSayIsFoundOrMissed() {
    truths.expect(truth("anna", "e-1"));
    truths.expect(truth("bert", "e-2"));

    truths.find(detection("anna", "e-1", START));

    assertThat(truths.score()).isEqualTo(new Truths.Score(1, 1, 0));
    assertThat(truths.allFound()).isFalse();
    assertThat(truths.lastAt()).isEqualTo(START.plusSeconds(45).toEpochMilli());
  }

  @Test
  void theWrongEvidenceIsBothMissedAndExtra() {
    truths.expect(truth("anna", "e-1"));

    truths.find(detection("anna", "e-0", START));

    assertThat(truths.score()).isEqualTo(new Truths.Score(0, 1, 1));
  }

  @Test
  void aDetectionTwiceCountsOnce() {
    truths.expect(truth("anna", "e-1"));

    truths.find(detection("anna", "e-1", START));
    truths.find(detection("anna", "e-1", START));

    assertThat(truths.score()).isEqualTo(new Truths.Score(1, 0, 0));
  }

  @Test
  void aCartOfAnEarlierRunIsNotExtra() {
    truths.find(detection("anna", "e-1", START.minusMillis(1)));

    assertThat(truths.score()).isEqualTo(new Truths.Score(0, 0, 0));
  }

  @Test
  void aTruthIsOneLineOfJson() {
    assertThat(Truths.json(truth("anna", "e-1")))
        .isEqualTo(
            "{\"kind\": \"cart_abandoned\", \"step\": \"\", \"key\": \"anna\", \"at\":"
                + " \"2026-03-01T10:00:45.000Z\", \"evidence\": [\"e-1\"]}");
  }

  private static Truth truth(String key, String evidence) {
    long at = START.plusSeconds(45).toEpochMilli();
    return new Truth("cart_abandoned", "", key, at, List.of(evidence));
  }

  private static Detection detection(String key, String evidence, Instant first) {
    return Detection.newBuilder()
        .setDetectionId(key + evidence)
        .setKind("cart_abandoned")
        .setDetectedAt(START.plusSeconds(45))
        .setKey(key)
        .setFirstEvidenceAt(first)
        .setLastEvidenceAt(START)
        .setEvidence(List.of(evidence))
        .setRule("cart_abandoned")
        .setRuleVersion("1")
        .setJob("cart-abandonment")
        .build();
  }
}
