package io.floorwalker.deliver;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a channel's actions go. Not a record, because only its name may be shown. */
final class Target {
  private final String name;
  private final URI address;
  private final @Nullable Signature signature;

  Target(String name, URI address, @Nullable Signature signature) {
    this.name = name;
    this.address = address;
    this.signature = signature;
  }

  String name() {
    return name;
  }

  URI address() {
    return address;
  }

  /** Null where the target has no secret. */
  @Nullable Signature signature() {
    return signature;
  }

  @Override
  public String toString() {
    return name;
  }
}
