package io.floorwalker.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an import tells: rejected rows and unknown types on the way, one row of numbers at the end.
 */
final class ImportReport {
  private static final List<String> HEADER =
      List.of("read", "published", "rejected", "sessions", "first", "last");

  private final ImportBatch batch;

  ImportReport(ImportBatch batch) {
    this.batch = batch;
  }

  void complain(Progress progress) {
    batch.complaints().forEach(progress::say);
    if (batch.rejected() > 0) {
      progress.say(
          "%s of %s rows rejected%s"
              .formatted(
                  count(batch.rejected()),
                  count(batch.rowsRead()),
                  batch.rejected() > batch.complaints().size()
                      ? ", the first %d shown".formatted(batch.complaints().size())
                      : ""));
    }
    if (!batch.unknownTypes().isEmpty()) {
      progress.say(
          "no rule knows these types, their events are stored and ignored: %s; map them with --types"
              .formatted(String.join(", ", batch.unknownTypes())));
    }
  }

  void write(Output output, long published) {
    List<@Nullable Object> row =
        Arrays.asList(
            batch.rowsRead(),
            published,
            batch.rejected(),
            batch.sessions(),
            batch.first().orElse(null),
            batch.last().orElse(null));
    output.write(HEADER, List.of(row));
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
