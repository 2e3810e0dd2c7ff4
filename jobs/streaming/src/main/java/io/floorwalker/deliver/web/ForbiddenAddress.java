package io.floorwalker.deliver.web;

import java.io.IOException;

/** A target that leads to where deliver may not connect. Names neither host nor address. */
public final class ForbiddenAddress extends IOException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddress() {
    super("a target leads to an address that is not public");
  }
}
