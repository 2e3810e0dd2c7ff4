package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.local.LocalBroker;
import io.floorwalker.schema.CustomerEvent;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The one command: publishes a stream once, lets all contenders run over it, writes what came. */
@Command(
    name = "jobs/bench/run",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what the jobs cost beside reading alone and beside Flink CEP as its manual has it:"
          + " one Kafka broker, one Flink cluster, contenders in turn.",
      "A contender that does not find what the oracle finds gets no number, but the reason."
    })
final class Bench implements Callable<Integer> {

  @Option(names = "--visits", paramLabel = "N", description = "of made-up shoppers (default: 8000)")
  private int visits = 8_000;

  @Option(names = "--rounds", paramLabel = "N", description = "that count (default: 5)")
  private int rounds = 5;

  @Option(names = "--quick", description = "3000 visits and 2 rounds: to see that it works")
  private boolean quick;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "for result.json and result.svg (default: jobs/bench/target/bench)")
  private Path out = Path.of("target/bench");

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (quick) {
      visits = 3_000;
      rounds = 2;
    }
    if (visits < 1 || rounds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--visits and --rounds: give at least 1 of each");
    }
    PrintWriter progress = spec.commandLine().getErr();
    Files.createDirectories(out);
    Path scratch = Files.createTempDirectory("floorwalker-bench");
    try (LocalBroker broker = LocalBroker.start(scratch.resolve("broker"), 1);
        Track track = Track.open()) {
      Published published = publish(broker);
      progress.printf("%,d events of %,d visits published%n", published.events(), visits);
      Settings settings =
          Settings.builtIn()
              .with(Map.of("kafka.bootstrap.servers", broker.address(), "run.bounded", "true"));
      List<Standing> standings =
          new Race(track, new KafkaInlet(settings), progress).of(published.field(), rounds);
      Result result = new Result(published.events(), visits, rounds, standings);
      Files.writeString(out.resolve("result.json"), result.json());
      Files.writeString(out.resolve("result.svg"), new Picture(result).svg());
      new Table(result).print(spec.commandLine().getOut());
    } finally {
      Scratch.delete(scratch);
    }
    return 0;
  }

  private record Published(long events, Field field) {}

  /** The events are let go of afterwards: they must not lie in the heap of those who run. */
  private Published publish(LocalBroker broker) {
    List<CustomerEvent> events = Workload.of(visits);
    Field field =
        Field.of(
            Tally.byKind(Workload.struggles(events)), Tally.byKind(Workload.abandonments(events)));
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    long published =
        broker.publish(
            events.stream()
                .map(
                    event ->
                        new ProducerRecord<>(
                            Topics.EVENTS,
                            String.valueOf(event.getSessionId()).getBytes(StandardCharsets.UTF_8),
                            wire.encode(event)))
                .iterator());
    return new Published(published, field);
  }
}
