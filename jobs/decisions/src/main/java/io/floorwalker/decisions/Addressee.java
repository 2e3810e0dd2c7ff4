package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a treatment reaches; a reference that the channel resolves, never an address. */
public enum Addressee {
  /** Whoever is on the page of this session. */
  SESSION,
  /** The customer, wherever they are. */
  CUSTOMER,
  /** Whoever looks after the site. */
  SITE,
  /** The representative of the account; the account itself where none is known. */
  OWNER,
  /** Whom an escalation may reach; the representative where none is known. */
  MANAGER;

  Optional<String> of(Detection detection, @Nullable Representatives known) {
    return switch (this) {
      case SESSION -> reference("session:", detection.getSessionId());
      case CUSTOMER -> reference("customer:", detection.getCustomerKey());
      case SITE -> reference("site:", detection.getSite());
      case OWNER -> owner(detection, known);
      case MANAGER ->
          reference("manager:", known == null ? null : known.manager())
              .or(() -> owner(detection, known));
    };
  }

  private static Optional<String> owner(Detection detection, @Nullable Representatives known) {
    return reference("owner:", known == null ? null : known.owner())
        .or(() -> reference("account:", detection.getAccountId()));
  }

  private static Optional<String> reference(String prefix, @Nullable String id) {
    return id == null || id.isBlank() ? Optional.empty() : Optional.of(prefix + id);
  }
}
