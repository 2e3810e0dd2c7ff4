package io.floorwalker.decide;

import io.floorwalker.decisions.CustomerContext;
import io.floorwalker.decisions.GateKey;
import io.floorwalker.decisions.KnownConsent;
import io.floorwalker.decisions.Representatives;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.ConsentState;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What decide hears about one person: a detection; or, where there is none, what became of an
 * action; or a consent by its key; or, where there is none of these, who looks after the account. A
 * null consent or representatives means that the row was removed.
 *
 * @param key the gate key
 */
public record Heard(
    String key,
    @Nullable Detection detection,
    @Nullable String consentKey,
    @Nullable KnownConsent consent,
    @Nullable Representatives representatives,
    @Nullable Outcome receipt) {

  public static Heard of(Detection detection) {
    return new Heard(GateKey.of(detection), detection, null, null, null, null);
  }

  /** A row of {@code cx.consent}; empty where the key of a removed one is none. */
  public static Optional<Heard> consent(String topicKey, @Nullable Consent row) {
    if (row != null) {
      KnownConsent known =
          new KnownConsent(row.getState() == ConsentState.GRANTED, row.getConsentRef());
      String consentKey = CustomerContext.consentKey(row.getPurpose(), row.getChannel());
      return Optional.of(new Heard(row.getSubject(), null, consentKey, known, null, null));
    }
    // From the end: a subject may itself be account|contact.
    int channel = topicKey.lastIndexOf('|');
    int purpose = topicKey.lastIndexOf('|', channel - 1);
    if (channel < 0 || purpose < 0) {
      return Optional.empty();
    }
    String consentKey =
        topicKey.substring(purpose + 1, channel).toLowerCase(Locale.ROOT)
            + "."
            + topicKey.substring(channel + 1);
    return Optional.of(
        new Heard(topicKey.substring(0, purpose), null, consentKey, null, null, null));
  }

  /** A row of {@code cx.accounts}. */
  public static Optional<Heard> account(String topicKey, @Nullable Account row) {
    if (row == null) {
      return Optional.of(new Heard(topicKey, null, null, null, null, null));
    }
    String key = GateKey.contact(row.getAccountId(), row.getContactId());
    Representatives representatives = new Representatives(row.getOwner(), row.getManager());
    return Optional.of(new Heard(key, null, null, null, representatives, null));
  }

  /** What deliver says became of an action; empty for what changes nothing here. */
  public static Optional<Heard> receipt(Outcome receipt) {
    boolean counts =
        receipt.getActionId() != null
            && (receipt.getKind() == OutcomeKind.DELIVERED
                || receipt.getKind() == OutcomeKind.CANCELLED);
    if (!counts || (receipt.getCustomerKey() == null && receipt.getAccountId() == null)) {
      return Optional.empty();
    }
    String key =
        receipt.getCustomerKey() == null
            ? GateKey.contact(receipt.getAccountId(), receipt.getContactId())
            : receipt.getCustomerKey();
    return Optional.of(new Heard(key, null, null, null, null, receipt));
  }
}
