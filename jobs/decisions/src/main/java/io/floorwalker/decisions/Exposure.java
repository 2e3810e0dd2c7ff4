package io.floorwalker.decisions;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Mode;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit that was treated, or held out, and what is waited for.
 *
 * <pre>{@code
 *                 0h        23h59m59s999ms   24h
 * converted       EXPOSED   ORDERED
 * not converted   EXPOSED                    ORDERED    half-open: too late
 * not converted   EXPOSED
 * }</pre>
 *
 * @param open the outcome as far as it is known: whose it is, and as a loss what it cost
 * @param detectionId what it answers
 * @param from when the treatment left or would have left, milliseconds
 * @param until the end of the window, exclusive, milliseconds
 */
public record Exposure(Outcome open, Success success, String detectionId, long from, long until)
    implements Serializable {

  /** Empty where nobody was exposed, as in a replay, or nobody has said what success is. */
  public static Optional<Exposure> of(Detection detection, Verdict verdict) {
    Decision decision = verdict.decision();
    boolean exposed = decision.getWindowEndsAt() != null && decision.getMode() != Mode.REPLAY;
    return SuccessWindow.of(detection.getKind())
        .filter(window -> exposed)
        .map(
            window ->
                new Exposure(
                    open(verdict),
                    window.success(),
                    detection.getDetectionId(),
                    decision.getExposureAt().toEpochMilli(),
                    decision.getWindowEndsAt().toEpochMilli()));
  }

  /** Whose it is. */
  public String unit() {
    return open.getCustomerKey() != null
        ? open.getCustomerKey()
        : GateKey.contact(open.getAccountId(), open.getContactId());
  }

  /** From when on no success can come to be known that counts, milliseconds. */
  public long closesAt() {
    return until + success.toldWithin().toMillis();
  }

  /** What came of it, by all successes of the unit that are known, in any order. */
  public Outcome outcome(Collection<Achieved> known) {
    List<Achieved> counting = known.stream().filter(this::counts).sorted(Achieved.IN_TIME).toList();
    return counting.isEmpty()
        ? closed(OutcomeKind.NOT_CONVERTED, until).build()
        : converted(counting);
  }

  private boolean counts(Achieved achieved) {
    return achieved.success() == success
        && achieved.at() >= from
        && achieved.at() < until
        && (success != Success.RESTORED || achieved.id().equals(detectionId));
  }

  /** The first success decides when; what is known of its currency is what it was worth. */
  private Outcome converted(List<Achieved> counting) {
    Achieved first = counting.get(0);
    Outcome.Builder outcome = closed(OutcomeKind.CONVERTED, first.at());
    if (success == Success.ORDER) {
      outcome.setOrderId(first.id());
    }
    List<Worth> worth = counting.stream().map(Achieved::worth).filter(Objects::nonNull).toList();
    if (worth.isEmpty()) {
      return success == Success.ORDER ? outcome.setMargin(null).build() : outcome.build();
    }
    String currency = worth.get(0).currency();
    Worth sum =
        Worth.sum(worth.stream().filter(one -> one.currency().equals(currency)).toList())
            .less(open.getMargin() == null ? null : open.getMargin().negate(), open.getCurrency());
    return outcome
        .setValue(sum.value())
        .setMargin(sum.margin())
        .setCurrency(sum.currency())
        .build();
  }

  private Outcome.Builder closed(OutcomeKind kind, long at) {
    String of = open.getActionId() == null ? open.getDecisionId() : open.getActionId();
    return Outcome.newBuilder(open)
        .setOutcomeId(Ids.outcome(kind.name().toLowerCase(Locale.ROOT), of))
        .setKind(kind)
        .setOccurredAt(Instant.ofEpochMilli(at));
  }

  private static Outcome open(Verdict verdict) {
    Decision decision = verdict.decision();
    Outcome.Builder outcome =
        Outcome.newBuilder()
            .setOutcomeId("")
            .setOccurredAt(decision.getExposureAt())
            .setDecisionId(decision.getDecisionId())
            .setCustomerKey(decision.getCustomerKey())
            .setAccountId(decision.getAccountId())
            .setContactId(decision.getContactId())
            .setJob(decision.getJob());
    verdict.actions().stream()
        .findFirst()
        .ifPresent(action -> outcome.setActionId(action.getActionId()));
    decision.getCandidates().stream()
        .filter(row -> row.getChosen() && row.getContactCost() != null)
        .findFirst()
        .ifPresent(row -> lose(outcome, row));
    return outcome.build();
  }

  private static void lose(Outcome.Builder outcome, Candidate carriedOut) {
    outcome.setMargin(carriedOut.getContactCost().negate()).setCurrency(carriedOut.getCurrency());
  }
}
