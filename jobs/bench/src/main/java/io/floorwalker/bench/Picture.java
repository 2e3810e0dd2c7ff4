package io.floorwalker.bench;

import java.util.Locale;

/** The result as bars: the share of the ceiling, its median and how far the rounds lie apart. */
record Picture(Result result) {
  private static final int WIDTH = 860;
  private static final int LEFT = 390;
  private static final int ONE = 380;
  private static final int ROW = 30;
  private static final int TOP = 64;

  String svg() {
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * result.standings().size() + 16;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="#fff"/>
        <text x="16" y="26" font-size="16" fill="#111">Events a second, as a share of reading alone (Kafka, decode, drop)</text>
        <text x="16" y="46" fill="#555">%d events, median of %d rounds in turn; the line is from the lowest to the highest</text>
        """
            .formatted(WIDTH, height, result.events(), result.rounds()));
    for (int i = 0; i < result.standings().size(); i++) {
      svg.append(row(result.standings().get(i), TOP + ROW * i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String row(Standing standing, int y) {
    String who = standing.entry().set() + ": " + standing.entry().contender().title();
    String label =
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#111\">%s</text>%n"
            .formatted(LEFT - 10, y + 18, who);
    if (standing.out().isPresent()) {
      return label
          + "<text x=\"%d\" y=\"%d\" fill=\"#a00\">no number: finds others than the oracle</text>%n"
              .formatted(LEFT, y + 18);
    }
    Spread share = standing.share();
    String fill = standing.entry().contender().title().equals("ours") ? "#0a6b5c" : "#9aa5b1";
    return label
        + String.format(
            Locale.ROOT,
            """
            <rect x="%d" y="%d" width="%.1f" height="18" fill="%s"/>
            <path d="M%.1f %d H%.1f" stroke="#111" stroke-width="1.5"/>
            <text x="%.1f" y="%d" fill="#111">%.2f</text>
            """,
            LEFT,
            y + 4,
            ONE * share.median(),
            fill,
            LEFT + ONE * share.min(),
            y + 13,
            LEFT + ONE * share.max(),
            LEFT + ONE * Math.max(share.median(), share.max()) + 8,
            y + 18,
            share.median());
  }
}
