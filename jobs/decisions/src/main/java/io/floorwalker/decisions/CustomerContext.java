package io.floorwalker.decisions;

import io.floorwalker.schema.Purpose;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person when a decision is made.
 *
 * @param consents by {@link #consentKey}
 * @param defaults what silence counts as
 * @param representatives of the person's account; null where no row of the roster is known
 * @param replay true where the run decides as live and sends nothing
 */
public record CustomerContext(
    Map<String, KnownConsent> consents,
    ConsentDefaults defaults,
    Ledger ledger,
    @Nullable Representatives representatives,
    boolean replay) {

  /** Under which a consent is kept. */
  public static String consentKey(Purpose purpose, String channel) {
    return purpose.name().toLowerCase(Locale.ROOT) + "." + channel;
  }

  Optional<KnownConsent> consent(Treatment treatment) {
    return Optional.ofNullable(consents.get(consentKey(treatment.purpose(), treatment.channel())));
  }

  boolean agreedTo(Treatment treatment) {
    return !treatment.needsConsent()
        || consent(treatment)
            .map(KnownConsent::granted)
            .orElseGet(() -> defaults.granted(treatment.purpose()));
  }

  CustomerContext with(Ledger after) {
    return new CustomerContext(consents, defaults, after, representatives, replay);
  }
}
