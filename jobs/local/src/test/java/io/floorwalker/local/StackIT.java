package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack and a job on it, with real processes. */
class StackIT {

  @TempDir Path folder;

  @AfterEach
  void stopWhatIsLeft() {
    stack().jobPid("cart-abandonment").owner().ifPresent(ProcessHandle::destroyForcibly);
    if (stack().running()) {
      TestingCommand.run(dir(), "down");
    }
  }

  @Test
  void aPortInUseIsRefusedWithTheRemedy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      TestingCommand up = TestingCommand.run(dir(), "up", "--port", port);

      assertThat(up.exitCode()).isEqualTo(3);
      assertThat(up.said())
          .contains("port " + port + " is in use by another program", "use --port N");
      assertThat(stack().running()).isFalse();
    }
  }

  @Test
  void aStackStartsOnceReplacesAStalePidFileAndStops() throws Exception {
    Files.createDirectories(dir().resolve("run"));
    long otherProgram = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
    Files.writeString(dir().resolve("run/broker.pid"), otherProgram + "\n");

    TestingCommand up = TestingCommand.run(dir(), "up", "--port", "0");
    assertThat(up.exitCode()).as(up.said()).isZero();
    assertThat(up.said()).contains("a stale pid file was found", "created 21 topics");
    assertThat(up.printed()).contains("127.0.0.1:" + new BrokerFiles(dir()).port().getAsInt());

    TestingCommand second = TestingCommand.run(dir(), "up");
    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.said())
        .contains("already running (process " + pid("broker").getAsLong(), "floorwalker down");

    aJobRunsOnceAndGoesOnFromItsLastCheckpoint();

    theDoctorFindsNothingAndThenWhatIsWrong();

    TestingCommand down = TestingCommand.run(dir(), "down");
    assertThat(down.exitCode()).isZero();
    assertThat(down.said()).contains("stopped the Kafka broker");
    assertThat(stack().running()).isFalse();
    assertThat(dir().resolve("run/broker.pid")).doesNotExist();
  }

  private void aJobRunsOnceAndGoesOnFromItsLastCheckpoint() throws IOException {
    TestingCommand first = TestingCommand.start(dir(), "run", "cart-abandonment");
    first.awaitSaid("cart-abandonment runs; web UI http://127.0.0.1:");
    assertThat(pid("cart-abandonment")).hasValue(first.pid());

    TestingCommand second = TestingCommand.run(dir(), "run", "cart-abandonment");
    assertThat(second.exitCode()).isEqualTo(3);
    assertThat(second.said()).contains("cart-abandonment already runs", "kill " + first.pid());

    first.terminate();
    assertThat(first.exitCode()).as(first.said()).isZero();
    assertThat(first.said()).contains("stopped cart-abandonment");
    assertThat(pid("cart-abandonment")).isEmpty();

    TestingCommand again = TestingCommand.start(dir(), "run", "cart-abandonment");
    again.awaitSaid("cart-abandonment goes on from checkpoint");
    again.awaitSaid("cart-abandonment runs");
    again.kill();
    assertThat(again.exitCode()).isNotZero();
    assertThat(stack().jobPid("cart-abandonment").isStale()).isTrue();
  }

  private void theDoctorFindsNothingAndThenWhatIsWrong() throws Exception {
    Ran healthy = Ran.command("doctor", "--dir", dir());
    assertThat(healthy.exitCode()).as(healthy.out()).isZero();
    assertThat(healthy.err()).contains("0 of ");

    TestingDamage.to(TestingStack.at(dir()));

    Ran ill = Ran.command("doctor", "--dir", dir(), "--output", "csv");
    assertThat(ill.exitCode()).isEqualTo(ExitCode.DIFFERENCE);
    assertThat(ill.out().lines().filter(line -> !line.startsWith("jobs,")))
        .as("a header and one line for each fault")
        .hasSize(6)
        .anyMatch(line -> line.startsWith("topics,cx.feedback,does not exist,create it with "))
        .anyMatch(line -> line.startsWith("topics,cx.accounts,cleanup.policy=delete,alter it "))
        .anyMatch(line -> line.startsWith("schemas,cx.signals,") && line.contains("offset 0 "))
        .anyMatch(line -> line.startsWith("clock,cx.raw.ga4,") && line.contains("time server"))
        .anyMatch(line -> line.startsWith("catalog,signals,does not exist,"));
    assertThat(ill.out().lines().filter(line -> line.startsWith("jobs,")))
        .as("the jobs that need what is broken")
        .anyMatch(line -> line.startsWith("jobs,checkout-struggle,"))
        .anyMatch(line -> line.startsWith("jobs,lake,"));
  }

  private OptionalLong pid(String name) throws IOException {
    Path file = dir().resolve("run").resolve(name + ".pid");
    return Files.exists(file)
        ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
        : OptionalLong.empty();
  }

  private Stack stack() {
    return Stack.in(dir());
  }

  private Path dir() {
    return folder.resolve("stack");
  }
}
