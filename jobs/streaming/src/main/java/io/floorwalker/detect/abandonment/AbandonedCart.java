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
 * would offer, is the watermark. Intents that came further than the cart are counted and left to
 * the rules of their stage.
 */
final class AbandonedCart extends PatternProcessFunction<CartActivity, Detection> {
  private static final long serialVersionUID = 1L;

  static final String KIND = "cart_abandoned";
  private static final String RULE_VERSION = "1";

  private final String job;
  private final Duration silence;
  private transient Counter opened = new SimpleCounter();
  private transient Counter deferredStage = new SimpleCounter();

  AbandonedCart(String job, Duration silence) {
    this.job = job;
    this.silence = silence;
  }

  @Override
  public void open(OpenContext context) {
    opened = getRuntimeContext().getMetricGroup().counter("cart_abandoned");
    deferredStage = getRuntimeContext().getMetricGroup().counter("deferred_stage");
  }

  @Override
  public void processMatch(
      Map<String, List<CartActivity>> match, Context context, Collector<Detection> out) {
    CartActivity last = new AbandonmentMatch(match).lastActivity();
    if (last.stage() != Stage.CART) {
      deferredStage.inc();
      return;
    }
    opened.inc();
    out.collect(detection(last));
  }

  private Detection detection(CartActivity last) {
    Instant deadline = Instant.ofEpochMilli(last.at()).plus(silence);
    CartActivity.Origin origin = last.origin();
    return Detection.newBuilder()
        .setDetectionId(Ids.detection(KIND, "", last.eventId()))
        .setVersion(1)
        .setKind(KIND)
        .setPhase(Phase.OPENED)
        .setDetectedAt(deadline)
        .setDeadlineAt(deadline)
        .setFirstEvidenceAt(Instant.ofEpochMilli(last.openedAt()))
        .setLastEvidenceAt(Instant.ofEpochMilli(last.at()))
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
        .setStage(last.stage().word())
        .setCause("unknown")
        .setLines(last.lines())
        .setValue(last.value())
        .setCurrency(last.currency())
        .setRule(KIND)
        .setRuleVersion(RULE_VERSION)
        .setJob(job)
        .build();
  }
}
