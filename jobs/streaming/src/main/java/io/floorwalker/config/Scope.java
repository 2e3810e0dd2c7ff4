package io.floorwalker.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A part of all that is watched which may differ from the rest: {@code sites.<site>.<key>} holds at
 * one site, {@code tiers.<tier>.<key>} for the accounts of one tier.
 */
public enum Scope {
  SITE(
      "sites.",
      Keys.BROWSE_AFTER,
      Keys.BROWSE_PRODUCTS,
      Keys.SEARCH_AFTER,
      Keys.SEARCHED_WITHIN,
      Keys.CART_AFTER,
      Keys.CHECKOUT_AFTER,
      Keys.PAYMENT_AFTER,
      Keys.STRUGGLE_THRESHOLD,
      Keys.STRUGGLE_REARM_AFTER,
      Keys.STRUGGLE_CHAT_QUIET,
      Keys.STRUGGLE_STALL_AFTER,
      Keys.STRUGGLE_GAVE_UP_AFTER,
      Keys.STRUGGLE_DEAD_CLICK_AFTER,
      Keys.STRUGGLE_SLOW_LCP,
      Keys.STRUGGLE_SLOW_INP,
      Keys.STRUGGLE_SUPPRESS),
  TIER("tiers.", Keys.STALE_AFTER, Keys.STALE_SECOND_AFTER, Keys.STALE_THIRD_AFTER);

  private final String prefix;
  private final List<Key<?>> keys;

  Scope(String prefix, Key<?>... keys) {
    this.prefix = prefix;
    this.keys = List.of(keys);
  }

  /** Whether the key may differ within this scope. */
  boolean has(Key<?> key) {
    return keys.contains(key);
  }

  /** The word in messages and in the settings table. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean includes(String fullName) {
    return fullName.startsWith(prefix);
  }

  /**
   * The key that a full name sets for one site or tier.
   *
   * @throws InvalidSettings where there is none that may differ, with the nearest name
   */
  Key<?> keyOf(SettingText setting) throws InvalidSettings {
    Optional<Own> own = own(setting.key(), keys);
    if (own.isPresent()) {
      return own.get().key();
    }
    Optional<Own> common = own(setting.key(), Keys.all());
    if (common.isPresent()) {
      throw new InvalidSettings(
          "%s: %s: %s cannot differ by %s; set it for all"
              .formatted(setting.place(), setting.key(), common.get().key().name(), word()));
    }
    throw new InvalidSettings(
        "%s: unknown key %s; did you mean %s?"
            .formatted(
                setting.place(),
                setting.key(),
                NearestName.to(setting.key(), candidates(setting.key()))));
  }

  /** What is set of its own, by site or tier, then by key. */
  Map<String, Map<String, String>> own(Map<String, String> texts) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    texts.forEach(
        (fullName, text) ->
            own(fullName, keys)
                .ifPresent(
                    own ->
                        found
                            .computeIfAbsent(own.name(), unused -> new TreeMap<>())
                            .put(own.key().name(), text)));
    return found;
  }

  /** A site or tier, which may have dots in its name, and a key of it. */
  private record Own(String name, Key<?> key) {}

  private Optional<Own> own(String fullName, List<Key<?>> among) {
    for (Key<?> key : among) {
      int end = fullName.length() - key.name().length() - 1;
      if (includes(fullName) && end > prefix.length() && fullName.endsWith("." + key.name())) {
        return Optional.of(new Own(fullName.substring(prefix.length(), end), key));
      }
    }
    return Optional.empty();
  }

  /** Every key behind every beginning that may have been meant as the name. */
  private Set<String> candidates(String fullName) {
    List<String> beginnings = new ArrayList<>();
    for (int dot = prefix.length(); dot > 0; dot = fullName.indexOf('.', dot + 1)) {
      if (fullName.charAt(dot) == '.') {
        beginnings.add(fullName.substring(0, dot + 1));
      }
    }
    if (beginnings.isEmpty()) {
      beginnings.add(prefix + "<" + word() + ">.");
    }
    Set<String> candidates = new TreeSet<>();
    for (String beginning : beginnings) {
      keys.forEach(key -> candidates.add(beginning + key.name()));
    }
    return candidates;
  }
}
