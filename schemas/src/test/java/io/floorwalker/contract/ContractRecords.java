package io.floorwalker.contract;

import io.floorwalker.schema.Account;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Capacity;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.Control;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Posterior;
import io.floorwalker.schema.Product;
import io.floorwalker.schema.Profile;
import io.floorwalker.schema.Rule;
import io.floorwalker.schema.Signal;
import io.floorwalker.schema.StakeholderActivity;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** The records that travel as values of topics or become rows of tables. */
final class ContractRecords {
  private ContractRecords() {}

  static List<Class<? extends SpecificRecordBase>> all() {
    return List.of(
        Account.class,
        Action.class,
        Capacity.class,
        Consent.class,
        Control.class,
        CustomerEvent.class,
        DeadLetter.class,
        Decision.class,
        DeliveryAttempt.class,
        Detection.class,
        Feedback.class,
        LateEvent.class,
        Outcome.class,
        Posterior.class,
        Product.class,
        Profile.class,
        Rule.class,
        Signal.class,
        StakeholderActivity.class);
  }

  static Stream<Schema> schemas() {
    return all().stream().map(SpecificData.get()::getSchema);
  }
}
