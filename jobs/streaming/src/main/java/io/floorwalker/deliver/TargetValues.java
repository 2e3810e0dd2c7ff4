package io.floorwalker.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Turns the texts of one target into what is used; no error quotes the text. */
final class TargetValues {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Path file;

  /** A secret's file is looked for beside the targets file, unless its path is absolute. */
  TargetValues(Path file) {
    this.file = file;
  }

  /** What cannot be used, without the value and without a cause, which would quote it. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean address;

    private Unusable(boolean address, String message) {
      super(message);
      this.address = address;
    }

    boolean isAddress() {
      return address;
    }
  }

  URI address(String text) throws Unusable {
    try {
      URI address = new URI(text.strip());
      String scheme = address.getScheme();
      if (scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below; the exception quotes the address.
    }
    throw new Unusable(
        true, "url is no address; write https://host/path, without user and password");
  }

  Signature signature(String text) throws Unusable {
    Path secret = file.toAbsolutePath().resolveSibling(text.strip());
    try {
      return Signature.ofSecret(Files.readAllBytes(secret));
    } catch (IOException e) {
      throw new Unusable(
          false,
          "secret_file cannot be read (%s); check the path and who may read it"
              .formatted(e.getClass().getSimpleName()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          false,
          "secret_file %s; write whsec_ and the Base64 of the secret, or the secret itself"
              .formatted(e.getMessage()));
    }
  }
}
