package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tail TOPIC}: the records of a topic as JSON lines. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the records of a topic as JSON lines, as they come, until Ctrl-C.",
      "Times are ISO-8601, money is text, fields without a value are left out. Records of raw topics"
          + " stand in their position and say whether they can be decoded."
    })
final class TailCommand implements Callable<Integer> {

  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private DirOption dir = new DirOption();

  @Parameters(paramLabel = "TOPIC", description = "for example cx.detections")
  private String topic = "";

  @Option(
      names = "--from",
      paramLabel = "WHERE",
      description = "earliest or latest (default: latest)")
  private TopicReader.From from = TopicReader.From.LATEST;

  @Option(
      names = "--max",
      paramLabel = "N",
      description = "end after N lines; waits for more while there are fewer, see --idle-exit")
  private long max = Long.MAX_VALUE;

  @Option(
      names = "--idle-exit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "end when nothing came for so long, for example 5s; with --max where there may be fewer"
              + " lines")
  private @Nullable Duration idleExit;

  @Option(names = "--ticks", description = "show ticks, the proof that time goes on, too")
  private boolean ticks;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (Topics.all().stream().noneMatch(known -> known.name().equals(topic))) {
      throw new ParameterException(
          spec.commandLine(),
          "unknown topic '%s'; it is one of: %s"
              .formatted(
                  topic,
                  Topics.all().stream().map(Topics.Topic::name).collect(Collectors.joining(", "))));
    }
    Stack stack = dir.stack();
    stack.requireRunning();
    StopSignal stop = StopSignal.ofProcess();
    try (TopicReader reader = TopicReader.open(stack.bootstrapServers(), List.of(topic), from)) {
      print(reader, stop);
    }
    return ExitCode.OK;
  }

  private void print(TopicReader reader, StopSignal stop) {
    PrintWriter out = spec.commandLine().getOut();
    TailLine lines = new TailLine(topic, ticks);
    long printed = 0;
    long quietSince = System.nanoTime();
    while (printed < max && !stop.isAsked()) {
      for (ConsumerRecord<byte[], byte[]> entry : reader.poll(POLL)) {
        Optional<String> line = lines.of(entry);
        if (line.isPresent() && printed < max) {
          out.println(line.get());
          printed++;
          quietSince = System.nanoTime();
        }
      }
      out.flush();
      if (out.checkError()) {
        return; // the reader of a pipe has gone
      }
      if (idleExit != null && System.nanoTime() - quietSince > idleExit.toNanos()) {
        return;
      }
    }
  }
}
