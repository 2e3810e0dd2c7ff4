package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Capacity;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.Control;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Posterior;
import io.floorwalker.schema.Product;
import io.floorwalker.schema.Profile;
import io.floorwalker.schema.Rule;
import io.floorwalker.schema.Signal;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/** Which record each topic of the contract holds. */
final class TopicRecords {

  private static final Map<String, Class<? extends SpecificRecordBase>> TYPES =
      Map.ofEntries(
          Map.entry(Topics.RAW_CANONICAL, CustomerEvent.class),
          Map.entry(Topics.EVENTS, CustomerEvent.class),
          Map.entry(Topics.ACCOUNTS, Account.class),
          Map.entry(Topics.PRODUCTS, Product.class),
          Map.entry(Topics.CONSENT, Consent.class),
          Map.entry(Topics.PROFILES, Profile.class),
          Map.entry(Topics.RULES, Rule.class),
          Map.entry(Topics.CONTROL, Control.class),
          Map.entry(Topics.CAPACITY, Capacity.class),
          Map.entry(Topics.POSTERIORS, Posterior.class),
          Map.entry(Topics.SIGNALS, Signal.class),
          Map.entry(Topics.DETECTIONS, Detection.class),
          Map.entry(Topics.DECISIONS, Decision.class),
          Map.entry(Topics.ACTIONS, Action.class),
          Map.entry(Topics.OUTCOMES, Outcome.class),
          Map.entry(Topics.FEEDBACK, Feedback.class),
          Map.entry(Topics.LATE_EVENTS, LateEvent.class),
          Map.entry(Topics.DEAD_LETTERS, DeadLetter.class));

  private TopicRecords() {}

  /** The decoder of a topic; empty for one that holds a source's own text. */
  static Optional<Decoder> decoder(String topic) {
    return Optional.ofNullable(TYPES.get(topic)).map(Wire::of).map(wire -> wire::decode);
  }

  /** Makes a record of bytes. */
  @FunctionalInterface
  interface Decoder {
    SpecificRecordBase decode(byte[] value) throws MalformedRecord;
  }
}
