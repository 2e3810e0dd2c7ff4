package io.floorwalker.ingest.privacy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Two keys: k1 of always, and k2 from 2027 on. */
public final class TestingKeys {
  static final String LINES =
      """
      # a comment

      k1 1970-01-01T00:00:00Z AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
      k2 2027-01-01T00:00:00Z Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=
      """;

  private TestingKeys() {}

  /** The privacy of the built-in settings, under these keys. */
  public static Privacy privacy() {
    try {
      Path file = Files.createTempFile("privacy", ".keys");
      file.toFile().deleteOnExit();
      Files.writeString(file, LINES);
      return Privacy.of(Settings.builtIn().with(Map.of("privacy.keys.file", file.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
  }

  static Pseudonyms pseudonyms() {
    try {
      return new Pseudonyms(PseudonymKeys.parse(LINES));
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
  }
}
