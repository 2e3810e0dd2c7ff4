package io.floorwalker.ingest.privacy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Hides what stands in {@code ext}, of which only the names say what it is. */
final class Extras {
  /** Names are the sender's choice; those beyond are looked at each time. */
  private static final int MOST_KINDS = 10_000;

  private enum Kind {
    PERSONAL,
    AGENT,
    QUERY,
    TEXT
  }

  private final Map<String, Kind> kinds = new HashMap<>();
  private final QueryStrings queries;
  private final Set<String> personal;

  /** {@code personal}: ends of paths whose values are personal, letters and digits only. */
  Extras(QueryStrings queries, Set<String> personal) {
    this.queries = queries;
    this.personal = personal;
  }

  Map<String, String> hidden(Map<String, String> extras, Hiding hiding) {
    Map<String, String> hidden = new HashMap<>();
    extras.forEach((name, value) -> hidden.put(hiding.text(name), value(name, value, hiding)));
    return hidden;
  }

  private String value(String name, String value, Hiding hiding) {
    return switch (kind(name)) {
      case PERSONAL -> hiding.named(value);
      case AGENT -> hiding.word(value); // the numbers of its releases look like addresses
      case QUERY -> hiding.text(value.contains("=") ? queries.query(value) : value);
      case TEXT -> hiding.text(queries.cutIn(value));
    };
  }

  private Kind kind(String name) {
    Kind known = kinds.get(name);
    if (known != null) {
      return known;
    }
    String path = plain(name);
    Kind kind = Kind.TEXT;
    if (personal.stream().anyMatch(end -> endsWith(path, end))) {
      kind = Kind.PERSONAL;
    } else if (endsWith(path, "useragent")) {
      kind = Kind.AGENT;
    } else if (path.endsWith("urlquery")) {
      kind = Kind.QUERY;
    }
    if (kinds.size() < MOST_KINDS) {
      kinds.put(name, kind);
    }
    return kind;
  }

  private static boolean endsWith(String path, String end) {
    return path.endsWith(end)
        && (path.length() == end.length() || path.charAt(path.length() - end.length() - 1) == '.');
  }

  /** {@code context.Traits.first_name} as {@code context.traits.firstname}. */
  static String plain(String name) {
    return name.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT);
  }
}
