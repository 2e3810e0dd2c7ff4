package io.floorwalker.local;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** What the receiver was sent, as a page that reloads itself. Every text is escaped. */
final class ArrivalsPage {

  private static final int LONGEST_BODY = 2_000;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Arrivals arrivals;
  private final ZoneId zone;

  ArrivalsPage(Arrivals arrivals, ZoneId zone) {
    this.arrivals = arrivals;
    this.zone = zone;
  }

  String html() {
    String counts =
        arrivals.counts().entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta http-equiv=\"refresh\" content=\"2\"><title>Floorwalker demo</title>")
        .append("<style>body{font:14px sans-serif;margin:2em}td{padding:.2em 1em .2em 0;")
        .append("vertical-align:top}pre{margin:0;white-space:pre-wrap}</style></head><body>\n")
        .append("<h1>What the demo's receiver was sent</h1>\n<p>")
        .append(escaped(counts))
        .append("; the last hundred, the newest first. It stands for chat, page, e-mail, CRM and")
        .append(" the reps' webhook; nobody real is reached.</p>\n<table>\n");
    for (Arrivals.Arrival arrival : arrivals.newest()) {
      html.append("<tr><td>")
          .append(CLOCK.format(arrival.at().atZone(zone)))
          .append("</td><td>")
          .append(escaped(arrival.channel()))
          .append(arrival.again() ? " (again)" : "")
          .append("</td><td><pre>")
          .append(escaped(shortened(arrival.body())))
          .append("</pre></td></tr>\n");
    }
    return html.append("</table></body></html>\n").toString();
  }

  private static String shortened(String body) {
    return body.length() <= LONGEST_BODY ? body : body.substring(0, LONGEST_BODY) + "...";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
