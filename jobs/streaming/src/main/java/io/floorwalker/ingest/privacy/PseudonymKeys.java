package io.floorwalker.ingest.privacy;

import io.floorwalker.config.InvalidSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The keys that pseudonyms are made with, each from a moment on. A record is hidden under the key
 * of the time at which it came in, so that a replay after a rotation writes the same bytes.
 *
 * <pre>{@code
 * # id  valid from               32 bytes or more, Base64
 * k1    2026-01-01T00:00:00Z     JtV7...
 * k2    2027-01-01T00:00:00Z     9wqA...
 * }</pre>
 */
public final class PseudonymKeys {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,15}");
  private static final int SHORTEST = 32;

  private final NavigableMap<Instant, Secret> keys;

  private PseudonymKeys(NavigableMap<Instant, Secret> keys) {
    this.keys = keys;
  }

  /** One key; never printed. */
  record Secret(String id, byte[] bytes) {
    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * Reads the lines of a file of keys.
   *
   * @throws InvalidSettings with the number of the line and the remedy; never a key
   */
  public static PseudonymKeys parse(String text) throws InvalidSettings {
    NavigableMap<Instant, Secret> keys = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Map.Entry<Instant, Secret> key = key(line.strip().split("\\s+", -1), number);
      if (!ids.add(key.getValue().id()) || keys.put(key.getKey(), key.getValue()) != null) {
        throw wrong(number, "an id and a time stand for one key each");
      }
    }
    if (keys.isEmpty()) {
      throw new InvalidSettings("there is no key for pseudonyms; one line says: id, time, Base64");
    }
    return new PseudonymKeys(keys);
  }

  /** The key of a moment, milliseconds; before the first one that is the first. */
  Secret at(long millis) {
    Map.Entry<Instant, Secret> key = keys.floorEntry(Instant.ofEpochMilli(millis));
    return (key == null ? keys.firstEntry() : key).getValue();
  }

  private static Map.Entry<Instant, Secret> key(String[] words, int line) throws InvalidSettings {
    if (words.length != 3 || !ID.matcher(words[0]).matches()) {
      throw wrong(line, "it takes an id such as k1, the time it is valid from, and Base64");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(words[2]);
      if (bytes.length < SHORTEST) {
        throw wrong(line, "a key has %d bytes or more".formatted(SHORTEST));
      }
      return Map.entry(Instant.parse(words[1]), new Secret(words[0], bytes));
    } catch (DateTimeException e) {
      throw wrong(line, "the time is written as 2026-01-01T00:00:00Z");
    } catch (IllegalArgumentException e) {
      throw wrong(line, "the key is not Base64"); // without the cause, which quotes it
    }
  }

  private static InvalidSettings wrong(int line, String reason) {
    return new InvalidSettings("line %d of the keys for pseudonyms: %s".formatted(line, reason));
  }
}
