package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;

/**
 * Makes the detection of a match. Its time is evidence + T: the time of the match, which Flink
 * would offer, is the watermark.
 */
final class AbandonedIntent extends PatternProcessFunction<CartActivity, Detection> {
  private static final long serialVersionUID = 1L;

  private static final String RULE_VERSION = "1";

  private final String job;
  private final Stage stage;
  private final Duration silence;
  private transient Counter opened = new SimpleCounter();

  AbandonedIntent(String job, Stage stage, Duration silence) {
    this.job = job;
    this.stage = stage;
    this.silence = silence;
  }

  @Override
  public void open(OpenContext context) {
    opened = getRuntimeContext().getMetricGroup().counter(stage.detectionKind());
  }

  @Override
  public void processMatch(
      Map<String, List<CartActivity>> match, Context context, Collector<Detection> out) {
    opened.inc();
    out.collect(detection(new AbandonmentMatch(match).lastActivity()));
  }

  private Detection detection(CartActivity last) {
    Instant deadline = Instant.ofEpochMilli(last.at()).plus(silence);
    CartActivity.Origin origin = last.origin();
    String kind = stage.detectionKind();
    return Detection.newBuilder()
        .setDetectionId(Ids.detection(kind, "", last.eventId()))
        .setVersion(1)
        .setKind(kind)
        .setPhase(Phase.OPENED)
        .setDetectedAt(deadline)
        .setDeadlineAt(deadline)
        .setFirstEvidenceAt(Instant.ofEpochMilli(last.openedAt()))
        .setLastEvidenceAt(Instant.ofEpochMilli(last.at()))
        .setEvidenceReceivedAt(
            origin.receivedAt() == null ? null : Instant.ofEpochMilli(origin.receivedAt()))
        .setEvidence(List.of(last.eventId()))
        .setSignalIds(List.of())
        .setKey(last.key())
        .setCustomerKey(origin.customerKey())
        .setSessionId(origin.sessionId())
        .setAccountId(origin.accountId())
        .setContactId(origin.contactId())
        .setSite(origin.site())
        .setRelease(origin.release())
        .setDeviceClass(origin.deviceClass())
        .setStage(stage.word())
        .setCause("unknown")
        .setLines(last.lines())
        .setValue(last.value())
        .setCurrency(last.currency())
        .setRule(kind)
        .setRuleVersion(RULE_VERSION)
        .setJob(job)
        .build();
  }
}
