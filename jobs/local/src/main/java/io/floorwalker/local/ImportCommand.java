package io.floorwalker.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import --format FORMAT FILE...}: publishes the rows as events and runs ingest over them.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes the rows of files as events and runs the bounded ingest over them.",
      "The order is that of the times, rows of one time in the order of the files. The stack is"
          + " started and stopped if it is down. Use a --dir of its own for each data set.",
      "",
      "CSV: comma, double quotes, UTF-8, plain or gzip; the first line names the columns. A column"
          + " named like a field maps by itself unless --columns uses it. What maps to no field, or"
          + " to one that the type of the event does not carry, is kept in ext. Empty cells are"
          + " left out. Decimals are rounded to 4 places. A row without an event_id gets one that"
          + " follows from --source, its number and its text.",
      "",
      "segment, ga4, snowplow: one record of the source on each line, as it would stand in the"
          + " source's topic. rees46, retailrocket, otto, taobao: the files as these data sets are"
          + " published.",
      "",
      "All rows are held in memory, about 300 bytes each: for more than some millions set"
          + " FLOORWALKER_JAVA_OPTS=-Xmx4g, or cut the file by time and import the parts, the"
          + " oldest first."
    },
    footer = {
      "",
      "Example:",
      "  floorwalker import --format csv --time-unit iso \\",
      "    --columns occurred_at=time,type=action,product.product_id=sku,site='shop' \\",
      "    --types add_to_cart=product_added,purchase=order_placed,*=page_viewed events.csv.gz"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DirOption dir = new DirOption();

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private ImportOptions options = new ImportOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "files, plain or gzip")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    Progress progress = new Progress(spec.commandLine().getErr());
    options.check();
    ImportBatch batch = read(progress);
    ImportReport report = new ImportReport(batch);
    Output out = output.to(spec.commandLine().getOut());
    report.complain(progress);
    if (batch.rejected() > 0 && options.strict()) {
      report.write(out, 0);
      return ExitCode.REJECTED;
    }
    if (batch.events().isEmpty()) {
      report.write(out, 0);
      return batch.rejected() > 0 ? ExitCode.FAILED : ExitCode.OK;
    }
    StopSignal stop = StopSignal.ofProcess();
    Stack stack = dir.stack();
    try (StackUse use = stack.use(progress)) {
      long published = publish(batch, new RawTopic(stack.bootstrapServers()), stop);
      progress.say(ImportReport.count(published) + " events published");
      if (options.ingest()) {
        new BoundedIngest(stack, progress).run(stop);
      }
      report.write(out, published);
    }
    return ExitCode.OK;
  }

  private ImportBatch read(Progress progress) {
    ImportFormat format = options.format();
    ImportBatch batch = new ImportBatch();
    try {
      for (Path file : files) {
        batch.add(file, format, rows -> progress.say(ImportReport.count(rows) + " rows read"));
      }
    } catch (OutOfMemoryError e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "the rows do not fit into memory; set FLOORWALKER_JAVA_OPTS=-Xmx4g, or cut the file by"
              + " time and import the parts, the oldest first",
          e);
    }
    if (!options.keepOrder()) {
      batch.sortByTime();
    }
    return batch;
  }

  private long publish(ImportBatch batch, RawTopic topic, StopSignal stop) {
    if (!options.append()) {
      refuseOlder(batch.first(), topic.newest());
    }
    Stream<RawEvent> events = batch.events().stream();
    long published =
        topic.publish(
            (options.numberSessions() ? new SessionNumbers().number(events) : events)
                .takeWhile(event -> !stop.isAsked()));
    if (stop.isAsked()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "stopped after %s of %s events; the same import with --append publishes them all, and what is there twice counts once"
              .formatted(ImportReport.count(published), ImportReport.count(batch.events().size())));
    }
    return published;
  }

  private void refuseOlder(Optional<Instant> oldest, Optional<Instant> newest) {
    if (oldest.isPresent() && newest.isPresent() && oldest.get().isBefore(newest.get())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the oldest row is of %s, but cx.raw.canonical in %s holds events up to %s already: the rows"
                  .formatted(Cells.time(oldest.get()), dir.path(), Cells.time(newest.get()))
              + " before that would come late. Use another --dir for another data set, or --append"
              + " to add them all the same");
    }
  }
}
