package io.floorwalker.ingest.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts addresses of pages: of their parameters those stay that are allowed, and neither the
 * fragment nor a user before the host does.
 */
final class QueryStrings {
  /** An address or its end: it has a scheme, or begins with a slash or a question mark. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<!\\S)(?:[A-Za-z][A-Za-z0-9+.-]{0,30}://|[/?#])\\S*");

  private static final Pattern USER = Pattern.compile("://[^/?#\\s]*@");

  private final Set<String> allowed;

  /** The names of the parameters that stay, in lower case. */
  QueryStrings(Set<String> allowed) {
    this.allowed = allowed;
  }

  /** A text, each address in it cut. */
  String cutIn(String text) {
    return text.indexOf('?') < 0 && text.indexOf('#') < 0 && text.indexOf('@') < 0
        ? text
        : ADDRESS
            .matcher(text)
            .replaceAll(address -> Matcher.quoteReplacement(cut(address.group())));
  }

  /** The parameters of a query that stay. */
  String query(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
      if (allowed.contains(name.toLowerCase(Locale.ROOT))) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  private String cut(String address) {
    int fragment = address.indexOf('#');
    String shown = fragment < 0 ? address : address.substring(0, fragment);
    int query = shown.indexOf('?');
    String place = query < 0 ? shown : shown.substring(0, query);
    String kept = query < 0 ? "" : query(shown.substring(query + 1));
    String open = USER.matcher(place).replaceFirst("://");
    return kept.isEmpty() ? open : open + "?" + kept;
  }
}
