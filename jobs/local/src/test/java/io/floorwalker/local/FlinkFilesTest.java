package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Flink cluster beside a stack is told, read as Flink reads it. */
class FlinkFilesTest {

  @TempDir Path folder;

  private FlinkFiles files;
  private Path distribution;

  @BeforeEach
  void write() throws IOException {
    distribution = folder.resolve("it's flink");
    for (String name : new String[] {"cli", "console", "session"}) {
      Path sample = distribution.resolve("conf/log4j-" + name + ".properties");
      Files.createDirectories(sample.getParent());
      Files.writeString(sample, "# " + name);
    }
    files = new FlinkFiles(folder.resolve("stack"));
    files.write(new FlinkHome(distribution), 8123, 6123);
  }

  @Test
  void nobodyFromOutsideReachesIt() {
    var configuration = GlobalConfiguration.loadConfiguration(files.conf().toString());

    assertThat(configuration.toMap())
        .allSatisfy(
            (key, value) -> {
              if (key.toLowerCase(Locale.ROOT).matches(".*(address|bind-host|\\.host)$")) {
                assertThat(value).as(key).isEqualTo("127.0.0.1");
              }
            })
        .containsKeys("rest.bind-address", "jobmanager.bind-host", "taskmanager.bind-host");
    assertThat(configuration.get(WebOptions.SUBMIT_ENABLE)).isFalse();
    assertThat(configuration.get(WebOptions.CANCEL_ENABLE)).isFalse();
  }

  @Test
  void itIsWhereTheStackIs() {
    var configuration = GlobalConfiguration.loadConfiguration(files.conf().toString());

    assertThat(configuration.get(RestOptions.PORT)).isEqualTo(8123);
    assertThat(files.address()).isEqualTo(URI.create("http://127.0.0.1:8123"));
    assertThat(configuration.toMap())
        .containsAllEntriesOf(
            Map.of(
                "jobmanager.rpc.port",
                "6123",
                "execution.checkpointing.dir",
                folder.resolve("stack/checkpoints/cluster").toUri().toString()));
  }

  @Test
  void theClientOfTheDistributionIsToldWhereTheClusterIs() throws Exception {
    Path client = distribution.resolve("bin/flink");
    Files.createDirectories(client.getParent());
    Files.writeString(client, "#!/bin/sh\necho \"$FLINK_CONF_DIR $*\"\n");
    assertThat(client.toFile().setExecutable(true)).isTrue();

    Process asked = new ProcessBuilder(files.client().toString(), "list", "-a").start();

    assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(files.conf() + " list -a\n");
  }
}
