package io.floorwalker.bench;

import java.io.PrintWriter;

/** The result on a terminal: medians, and in brackets how far the rounds lie apart. */
record Table(Result result) {

  void print(PrintWriter out) {
    out.printf(
        "%n%,d events of %,d visits, %d rounds, %d processors%n%n",
        result.events(),
        result.visits(),
        result.rounds(),
        Runtime.getRuntime().availableProcessors());
    out.printf(
        "%-18s  %-32s  %9s  %-22s  %s%n", "", "", "events/s", "of the ceiling", "CPU us an event");
    result.standings().forEach(standing -> print(standing, out));
    out.flush();
  }

  private static void print(Standing standing, PrintWriter out) {
    String who =
        "%-18s  %-32s".formatted(standing.entry().set(), standing.entry().contender().title());
    if (standing.out().isPresent()) {
      out.printf("%s  no number: %s%n", who, standing.out().get());
      return;
    }
    out.printf(
        "%s  %,9.0f  %-22s  %s%n",
        who,
        standing.eventsPerSecond().median(),
        text(standing.share()),
        text(standing.cpuMicrosPerEvent()));
  }

  private static String text(Spread spread) {
    return "%.2f (%.2f to %.2f)".formatted(spread.median(), spread.min(), spread.max());
  }
}
