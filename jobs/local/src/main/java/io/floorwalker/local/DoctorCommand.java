package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.runtime.KafkaTopics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what a job would stumble over, before one is started. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the settings of every job, the topics and what may be done with them, whether their"
          + " newest records can be read, the clocks, and the Iceberg tables; says what to do.",
      "It asks the stack of --dir, or with --conf the brokers and the catalog named there. Nothing is"
          + " changed, but for one small file that is written into the folder of each table and"
          + " deleted.",
      "Exit code 5 when something is wrong."
    })
final class DoctorCommand implements Callable<Integer> {

  @Mixin private DirOption dir = new DirOption();

  @Mixin private SettingsOption settings = new SettingsOption();

  @Mixin private OutputOption output = new OutputOption();

  @Option(names = "--all", description = "also what is right")
  private boolean all;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Diagnosis> found = examine(settings.on(dir.stack()));
    List<Diagnosis> wrong = found.stream().filter(diagnosis -> !diagnosis.isOk()).toList();
    List<Diagnosis> shown = all ? found : wrong;
    output
        .to(spec.commandLine().getOut())
        .write(
            List.of("area", "subject", "finding", "remedy"),
            shown.stream()
                .map(d -> List.of(d.area(), d.subject(), d.finding(), d.remedy()))
                .toList());
    new Progress(spec.commandLine().getErr())
        .say("%d of %d checks found something wrong".formatted(wrong.size(), found.size()));
    return wrong.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCE;
  }

  private static List<Diagnosis> examine(Settings settings) {
    List<Diagnosis> found = new ArrayList<>();
    Properties client = KafkaTopics.clientProperties(settings);
    client.putIfAbsent("default.api.timeout.ms", "10000");
    client.putIfAbsent("request.timeout.ms", "5000");
    try (Admin admin = Admin.create(client)) {
      found.addAll(new TopicsDoctor(admin, Clock.systemUTC()).examine());
      Set<String> readable =
          found.stream()
              .filter(one -> one.area().equals("rights") && one.isOk())
              .map(Diagnosis::subject)
              .collect(Collectors.toSet());
      found.addAll(new SchemasDoctor(settings).examine(readable));
      found.addAll(new CatalogDoctor(settings).examine());
      found.addAll(new JobsDoctor(settings).examine());
    } catch (ExecutionException e) {
      found.add(
          Diagnosis.wrong(
              "topics",
              settings.text(Keys.KAFKA_BOOTSTRAP_SERVERS),
              "the brokers do not answer: " + RootCause.line(e),
              "check kafka.bootstrap.servers and kafka.client.*, or start the stack: floorwalker up"));
      found.addAll(new CatalogDoctor(settings).examine());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "interrupted", e);
    }
    return found;
  }
}
