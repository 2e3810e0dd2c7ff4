package io.floorwalker.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where policies come from. */
public final class Policies {
  static final String BUILT_IN = "policy.yaml";

  private Policies() {}

  /**
   * The policy in this file.
   *
   * @throws InvalidPolicy when it cannot be read or says what nobody understands
   */
  public static Policy read(Path file) throws InvalidPolicy {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return PolicyText.read(file.toString(), reader);
    } catch (IOException e) {
      throw new InvalidPolicy(
          "%s: cannot be read (%s); check policy.file".formatted(file, e.getMessage()));
    }
  }

  /** The policy that holds where no file is named. */
  public static Policy builtIn() {
    InputStream resource = Policies.class.getResourceAsStream(BUILT_IN);
    try (Reader reader =
        new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8)) {
      return PolicyText.read("built-in policy", reader);
    } catch (IOException | InvalidPolicy e) {
      throw new IllegalStateException("the built-in policy cannot be read", e);
    }
  }
}
