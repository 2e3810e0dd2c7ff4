package io.floorwalker.ingest.privacy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hides who somebody is in the events that come in. The keys are read where the job runs: no key
 * stands in a plan, a setting or a checkpoint.
 */
public final class Privacy implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The environment variable that holds the lines of a file of keys. */
  public static final String VARIABLE = "FLOORWALKER_PRIVACY_KEYS";

  private final String keysFile;
  private final HashSet<String> parameters;
  private final HashSet<String> personal;
  private transient @Nullable Pseudonyms pseudonyms;
  private transient @Nullable EventTexts texts;

  private Privacy(String keysFile, HashSet<String> parameters, HashSet<String> personal) {
    this.keysFile = keysFile;
    this.parameters = parameters;
    this.personal = personal;
  }

  /**
   * As the settings say.
   *
   * @throws InvalidSettings where neither a file nor the environment holds keys: there is none that
   *     is built in
   */
  public static Privacy of(Settings settings) throws InvalidSettings {
    String file = settings.text(Keys.PRIVACY_KEYS_FILE);
    if (file.isEmpty() && System.getenv(VARIABLE) == null) {
      throw new InvalidSettings(
          "%s is empty and %s is not set; ingest hides e-mail addresses and the like under a key of"
                  .formatted(Keys.PRIVACY_KEYS_FILE.name(), VARIABLE)
              + " yours. Make a file with: floorwalker pseudonym --new-key k1");
    }
    return new Privacy(
        file,
        words(settings.text(Keys.PRIVACY_QUERY), name -> name),
        words(settings.text(Keys.PRIVACY_NAMES), Extras::plain));
  }

  /**
   * Reads the keys, before the first event.
   *
   * @throws InvalidSettings where they cannot be read: nothing passes unhidden
   */
  public void open() throws InvalidSettings {
    QueryStrings queries = new QueryStrings(parameters);
    texts = new EventTexts(queries, new Extras(queries, personal));
    pseudonyms = pseudonyms(keysFile);
  }

  /** Hides who somebody is in an event that came in at this moment, milliseconds. */
  public void hide(CustomerEvent event, long at) {
    Hiding hiding = new Hiding(opened(pseudonyms), at);
    if (WithoutConsent.isOf(event)) {
      WithoutConsent.reduce(event, hiding);
    } else {
      opened(texts).hide(event, hiding);
    }
  }

  /** The same in the key of a record that came in at this moment. */
  public String hidden(String key, long at) {
    return new Hiding(opened(pseudonyms), at).text(key);
  }

  /**
   * Whether an event is of somebody who did not agree: all that may be kept is that they ordered.
   */
  public static boolean isWithoutConsent(CustomerEvent event) {
    return WithoutConsent.isOf(event);
  }

  /** Whether anything of an event may be kept. */
  public static boolean mayKeep(CustomerEvent event) {
    return !WithoutConsent.isOf(event) || WithoutConsent.isCounted(event);
  }

  /**
   * The pseudonyms that the settings' keys make.
   *
   * @throws InvalidSettings where the keys cannot be read
   */
  public static Pseudonyms pseudonyms(String keysFile) throws InvalidSettings {
    try {
      String environment = System.getenv(VARIABLE);
      return new Pseudonyms(
          PseudonymKeys.parse(
              keysFile.isEmpty()
                  ? environment == null ? "" : environment
                  : Files.readString(Path.of(keysFile))));
    } catch (IOException e) {
      throw new InvalidSettings(
          "%s: %s cannot be read (%s)"
              .formatted(Keys.PRIVACY_KEYS_FILE.name(), keysFile, e.getClass().getSimpleName()));
    }
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }

  private static HashSet<String> words(String text, UnaryOperator<String> spelled) {
    return Arrays.stream(text.split(",", -1))
        .filter(word -> !word.isBlank())
        .map(word -> spelled.apply(word.strip()))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
