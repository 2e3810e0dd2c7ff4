package io.floorwalker.local;

import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.feedback.FeedbackEndpoint;
import io.floorwalker.feedback.SlackEndpoint;
import io.floorwalker.feedback.SlackSignature;
import io.floorwalker.page.PageServer;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code feedback}: takes what staff answer to messages, until Ctrl-C. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    description = {
      "Takes what staff answer to messages (Done, Snooze, Not useful) into cx.feedback, until"
          + " Ctrl-C: at /feedback/ by signed links or from any tool, at /slack from Slack's"
          + " buttons.",
      "Listens on 127.0.0.1: put the server that ends TLS in front, and name its host by --host."
    })
final class FeedbackCommand implements Callable<Integer> {

  private static final int ORDINARY_PORT = 8095;
  private static final long A_DAY = 86_400_000;

  @Mixin private DirOption dir = new DirOption();

  @Option(
      names = "--secret-file",
      required = true,
      paramLabel = "FILE",
      description = "the secret that targets have as feedback_secret_file")
  private Path secret = Path.of("");

  @Option(
      names = "--slack-secret-file",
      paramLabel = "FILE",
      description = "the signing secret of the Slack app; without it /slack does not exist")
  private @Nullable Path slack;

  @Option(
      names = "--listen",
      paramLabel = "N",
      converter = PortConverter.class,
      description = "port on 127.0.0.1; 0: any free one (default: " + ORDINARY_PORT + ")")
  private int port = ORDINARY_PORT;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "by which it is asked for, such as desk.example; may be given more than once")
  private List<String> hosts = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    TicketOffice office = office();
    @Nullable SlackSignature signature =
        slack == null ? null : new SlackSignature(SecretFile.read(slack));
    Stack stack = dir.stack();
    stack.requireRunning();
    StopSignal stop = StopSignal.ofProcess();
    try (PageTopics topics = PageTopics.open(stack.bootstrapServers());
        PageServer server = bind()) {
      Map<String, HttpHandler> handlers = new HashMap<>();
      Clock clock = Clock.systemUTC();
      handlers.put(FeedbackEndpoint.PATH, new FeedbackEndpoint(office, topics::keep, clock));
      if (signature != null) {
        handlers.put(SlackEndpoint.PATH, new SlackEndpoint(signature, office, topics::keep, clock));
      }
      server.start(names(server.port()), handlers);
      spec.commandLine()
          .getErr()
          .println(
              "takes answers at http://" + BrokerFiles.HOST + ":" + server.port() + "/feedback/");
      while (!stop.within(A_DAY)) {
        // Until Ctrl-C, however many days that are.
      }
    }
    return ExitCode.OK;
  }

  private TicketOffice office() {
    try {
      return new TicketOffice(SecretFile.read(secret));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "file " + secret + " " + e.getMessage());
    }
  }

  private PageServer bind() {
    try {
      return PageServer.bind(new InetSocketAddress(BrokerFiles.HOST, port), 0);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --listen N".formatted(port),
          e);
    }
  }

  private Set<String> names(int bound) {
    Set<String> names = new HashSet<>(hosts);
    names.add(BrokerFiles.HOST + ":" + bound);
    names.add("localhost:" + bound);
    return names;
  }
}
