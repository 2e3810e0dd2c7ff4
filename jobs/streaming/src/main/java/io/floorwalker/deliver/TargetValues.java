package io.floorwalker.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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

    private Unusable(String message) {
      super(message);
    }
  }

  URI address(String key, String text) throws Unusable {
    try {
      URI address = new URI(text);
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
    throw new Unusable(key + " is no address; write https://host/path, without user and password");
  }

  Signature signature(String text) throws Unusable {
    try {
      return Signature.ofSecret(bytes("secret_file", text));
    } catch (IllegalArgumentException e) {
      throw new Unusable(
          "secret_file %s; write whsec_ and the Base64 of the secret, or the secret itself"
              .formatted(e.getMessage()));
    }
  }

  /** A secret in one line of visible ASCII, as it may stand in a header. */
  String secret(String key, String text) throws Unusable {
    String secret = new String(bytes(key, text), StandardCharsets.UTF_8).strip();
    if (secret.isEmpty() || !secret.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
      throw new Unusable(key + " holds no secret; write it there, in one line and nothing else");
    }
    return secret;
  }

  Path beside(String text) {
    return file.toAbsolutePath().resolveSibling(text);
  }

  private byte[] bytes(String key, String text) throws Unusable {
    try {
      return Files.readAllBytes(beside(text));
    } catch (IOException e) {
      throw new Unusable(
          "%s cannot be read (%s); check the path and who may read it"
              .formatted(key, e.getClass().getSimpleName()));
    }
  }
}
