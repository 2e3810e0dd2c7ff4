package io.floorwalker.deliver;

import java.io.IOException;
import java.util.Optional;

/** Knows where a recipient can be reached, at the moment of sending. */
interface RecipientDirectory {

  /**
   * The address behind a {@code recipient_ref}; empty where nobody knows one.
   *
   * @throws IOException where the directory does not answer
   */
  Optional<String> address(String recipientRef) throws IOException;
}
