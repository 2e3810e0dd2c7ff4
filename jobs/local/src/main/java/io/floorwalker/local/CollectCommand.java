package io.floorwalker.local;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code collect}: takes what Segment's clients send, until Ctrl-C. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Listens on 127.0.0.1 for Segment's tracking API (/v1/batch, /v1/track, ...) and writes what"
          + " clients send into cx.raw.segment, until Ctrl-C. The stack has to run; ingest makes"
          + " events of it.",
      "Clients need the write key that stands in collect.keys in --dir."
    })
final class CollectCommand implements Callable<Integer> {
  private static final long WAIT_MS = 200;

  @Mixin private final DirOption dir = new DirOption();

  @Option(
      names = "--listen",
      paramLabel = "N",
      converter = PortConverter.class,
      description = "the port on 127.0.0.1; 0: any free one (default: 8090)")
  private int port = 8090;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      converter = OriginConverter.class,
      description =
          "pages that may send from their browsers, such as http://localhost:3000; may be given more"
              + " than once")
  private List<String> origins = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Progress progress = new Progress(spec.commandLine().getErr());
    StopSignal stop = StopSignal.ofProcess();
    Stack stack = dir.stack();
    stack.requireRunning();
    try (Collector collector = Collector.open(stack, port, Set.copyOf(origins))) {
      progress.say(
          "collects at %s; write key in %s; stop with Ctrl-C"
              .formatted(collector.address(), Collector.keyFile(stack)));
      while (!stop.within(WAIT_MS)) {
        // Requests are answered by threads of the server.
      }
    }
    return ExitCode.OK;
  }
}
